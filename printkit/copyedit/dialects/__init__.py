"""Dialects: the additions of site programs to Markdown and HTML go in, plain HTML comes out.

Tags and shortcodes, in Markdown and in HTML:

    called_tags      read tags with arguments like those of a function
    declared         tell tags of a site program from words that look like tags
    tags             put a mark in the place of each tag
    settings         tell arguments with words from arguments that set the look
    calls            read the arguments of a shortcode
    forms            write notes, panels, quotations, code
    linked_forms     write pictures, links, embeds
    builder_blocks   write blocks of page builders: titles, figures, words, buttons
    stated_figures   find the figures, prices and days in arguments
    hugo, jekyll, wordpress, confluence     tables: the name of a shortcode → its form
    tables           look a name up in the tables
    page_addresses   complete the addresses that a site program would complete
    tab_labels       give tabs the labels that the shortcode around them lists
    tag_values       find the value that a tag names
    site_tags        hold shortcodes, and the language of a site
    settling         write what stands for each shortcode of a body
    drupal           tokens such as `[node:title]`
    joomla           the braces of plug-ins; `joomla_forms` has the table
    bbcode           the pairs of brackets of forums
    bbcode_forms     write these pairs: looks, quotations, lists, pictures

Rules of Markdown:

    reading          the environment of one reading
    nested           blocks that hold Markdown
    tag_lines        lines of tags, and code between tags
    admonitions      MkDocs: notes, tabs, snippets
    containers       lines of colons: Docusaurus, VuePress, Pandoc, MyST
    directives       MyST: directives in the marks of code
    directive_options   print or name the options of directives
    directive_tables    tables in directives
    callouts         GitHub and Obsidian: marked quotations
    mdx              lines of program in a text
    jsx_elements     elements with values in braces
    obsidian         links, embeds, comments, names of blocks
    inline_marks     `==`, `++`, `^^`, `^`, `~`
    abbreviations    `*[HTML]: …`
    attribute_lists  `{: .class #id }`
    marks_of_places  `[TOC]`, and the language of code
    spans            `[words]{.class}`, and the roles of MyST
    line_blocks      lines of verse with bars, and tables without a rule
    ruled_tables     tables drawn with dashes
    table_captions   `: Caption`
    pandoc_figures   captions in the brackets of pictures
    myst_comments    lines that begin with `%`
    hash_lists       `#. Words`
    icons            `:fa-home:`
    indented_code    which lines are code by their indent
    logseq           properties, names of items, embeds
    html_islands     Markdown in blocks of HTML
    island_marks     which texts in HTML are Markdown
    html_code        code in blocks of HTML
"""

from typing import TYPE_CHECKING

from printkit.copyedit.dialects.abbreviations import read_abbreviations
from printkit.copyedit.dialects.admonitions import read_admonitions
from printkit.copyedit.dialects.attribute_lists import read_attribute_lists
from printkit.copyedit.dialects.callouts import read_callouts
from printkit.copyedit.dialects.containers import read_containers
from printkit.copyedit.dialects.directives import read_directives
from printkit.copyedit.dialects.hash_lists import read_hash_lists
from printkit.copyedit.dialects.html_code import end_html_before_code
from printkit.copyedit.dialects.html_islands import read_html_islands
from printkit.copyedit.dialects.icons import read_icons
from printkit.copyedit.dialects.inline_marks import read_inline_marks
from printkit.copyedit.dialects.line_blocks import read_line_blocks
from printkit.copyedit.dialects.marks_of_places import read_marks_of_places
from printkit.copyedit.dialects.mdx import read_mdx
from printkit.copyedit.dialects.myst_comments import read_myst_comments
from printkit.copyedit.dialects.obsidian import read_obsidian
from printkit.copyedit.dialects.pandoc_figures import read_pandoc_figures
from printkit.copyedit.dialects.ruled_tables import read_ruled_tables
from printkit.copyedit.dialects.spans import read_spans
from printkit.copyedit.dialects.table_captions import read_table_captions
from printkit.copyedit.dialects.tag_lines import part_tag_lines

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

__all__ = ["extend"]


def extend(reader: "MarkdownIt") -> None:
    """Let a reader of Markdown read all dialects."""
    part_tag_lines(reader)
    read_admonitions(reader)
    read_directives(reader)
    read_containers(reader)
    read_callouts(reader)
    read_mdx(reader)
    read_obsidian(reader)
    read_myst_comments(reader)
    read_hash_lists(reader)
    read_icons(reader)
    read_inline_marks(reader)
    read_abbreviations(reader)
    read_attribute_lists(reader)
    read_pandoc_figures(reader)
    read_marks_of_places(reader)
    read_spans(reader)
    read_line_blocks(reader)
    read_ruled_tables(reader)
    read_table_captions(reader)
    read_html_islands(reader)
    end_html_before_code(reader)
