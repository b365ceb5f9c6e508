"""Find themes, their files and the tokens that they set; find the templates and styles.

A theme is one CSS file: a first comment that says what the theme is for, an import of
printkit's base, tokens, and little else. Printkit's own themes stand in `styles/themes/`; a theme
of the user's own is named by the path of its file. Owns no engine.

    finding     a theme by its name or path
    folders     where printkit's own styles and templates are
    own_files   the files that a user's theme uses
    file_search     the search for these files, from sheet to sheet
    imported_sheets     sheets that import each other, or too many
    selector_limits, value_limits   selectors and values that ask for too much
    sheet_remarks    remarks on the style sheets of a user's theme
    printkit_styles  printkit's own style sheets by their address
    own_templates    the templates of a user's folder, which take the place of printkit's
    declarations    the declarations in a style sheet
    token_values    which values fit a token
    calculations    the kinds of value that calc() gives
    read_values     values in the place of var()
    content_names   the strings, counters and elements that margins print
    content_faults  wrong functions in what margins print
    value_remarks   a verdict on each value of a token
    message_words   a sentence for each message of WeasyPrint
    message_places, template_places     the line of a theme or a template that a message is about
    stylesheet  the addresses and custom properties in the text of a style sheet
    import_conditions   whether an import is for print
    tokens      the vocabulary of styles/base/tokens.css
    named_families   the font families that a theme relies on
    token_faults     which line of a theme causes a message of WeasyPrint
    silencing   a theme's style sheet without some of its declarations
"""

from printkit.themes.finding import Theme, find_theme, themes
from printkit.themes.folders import STYLES, TEMPLATES
from printkit.themes.own_templates import OwnTemplates, find_templates
from printkit.themes.tokens import Token, tokens

__all__ = [
    "STYLES",
    "TEMPLATES",
    "OwnTemplates",
    "Theme",
    "Token",
    "find_templates",
    "find_theme",
    "themes",
    "tokens",
]
