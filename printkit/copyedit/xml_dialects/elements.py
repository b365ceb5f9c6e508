"""Elements: the name of an element of XML → the HTML elements that stand for the element.

Names that several dialects share have the same meaning in all, or a handler that looks around.
"""

import re
from collections.abc import Mapping

from printkit.copyedit.vocabulary import names
from printkit.text.patterns import regex

SIGNS = regex(
    r"<(?:ac:[a-z]|ri:[a-z]|(?:db|docbook|tei|dita|jats|nlm):[a-z]"
    r"|(?:sec|fig|fig-group|xref|ext-link|disp-quote|list-item|mixed-citation|table-wrap|boxed-text"
    r"|graphic|italic|bold|monospace|fn-group|fn|verse-group|def-list|disp-formula|inline-formula"
    r"|para|simpara|formalpara|programlisting|itemizedlist|orderedlist|variablelist|mediaobject"
    r"|inlinemediaobject|informaltable|emphasis|ulink|literallayout|sect[1-5]|listitem"
    r"|media-reference|body\.content|hl2|article-title|element-citation|biblioentry|refentry|cmdsynopsis"
    r"|hi|lg|teiheader|figdesc|persname|placename|floatingtext"
    r"|topic|concept|task|conbody|taskbody|refbody|shortdesc|codeblock|codeph|uicontrol|simpletable"
    r"|steps|cmd|menucascade|dlentry|outline|opml|topicref|cell|strow)(?=[\s/>])|note\s(?:type|place|n)\s*="
    r"|(?:section|chapter|article|example|sidebar|figure|table|note|item|div|slide)(?:\s[^<>]*)?>\s*<title>)",
    re.IGNORECASE,
)
TEI = regex(r"<(?:tei:)?(?:hi|lg|teiheader|figdesc|persname|head)(?=[\s/>])", re.IGNORECASE)
"""Elements by which TEI shows."""

SECTIONS = names(
    """sec section chapter sect1 sect2 sect3 sect4 sect5 simplesect refsect1 refsect2 topic concept
    task reference app appendix preface part ref-list ack div1 div2 div3 div4 bibliography
    glossary"""
)
"""Elements whose title is a heading, one level below the heading of the element around."""


def _all(html: str, listed: str) -> dict[str, str]:
    return dict.fromkeys(names(listed), html)


NAMED: Mapping[str, str] = {
    **_all("section", " ".join(SECTIONS)),
    **_all("div", """formalpara example informalexample abstract sp qandaset
        qandaentry answer result prereq context postreq stepresult stepxmp info disp-formula-group
        floatingtext opener closer"""),
    **_all("", """conbody taskbody refbody topicbody tgroup floats-group varlistentry
        dlentry def-item plentry glossentry imageobject textobject alternatives opml"""),
    **_all("", """surname given-names article-title source year month day volume issue fpage lpage
        publisher-name publisher-loc collab pub-id kwd refname refpurpose messagepanel topicmeta
        body.content bibl bibliomixed citation mixed-citation analytic monogr imprint
        biblstruct"""),
    **_all("span", "element-citation nlm-citation name contrib person-group"),
    **_all("p", """shortdesc cmd salute signed speaker contrib-group kwd-group aff pub-date
        refnamediv cmdsynopsis typeofhazard consequence howtoavoid biblioentry"""),
    **_all("h2", "hl2"),
    **_all("p strong", "question bridgehead rubric"),
    **_all("p em", "stage"),
    **_all("blockquote", "disp-quote epigraph lq"),
    **_all("em", "italic emph foreign citetitle firstterm replaceable wintitle"),
    **_all("strong", "bold guilabel guibutton guimenuitem guisubmenu guimenu uicontrol"),
    **_all("code", """literal command filename function classname methodname varname
        codeph cmdname apiname filepath systemoutput userinput monospace tag sgmltag envar
        constant parmname msgph arg"""),
    **_all("kbd", "keycap"),
    **_all("pre code", """programlisting screen codeblock msgblock synopsis preformat
        eg"""),
    **_all("div", "ac:layout ac:layout-section ac:layout-cell"),
    **_all("ul", "ac:task-list"),
    **_all("li", "ac:task"),
    **_all("", "ac:task-body ac:inline-comment-marker ac:adf-extension ac:adf-node"),
    **_all("sup", "superscript"),
    **_all("sub", "subscript"),
    **_all("u", "underline"),
    **_all("q", "quote said socalled"),
    **_all("s", "strike"),
    **_all("ul", """itemizedlist simplelist steps-unordered choices sl"""),
    **_all("ol", "orderedlist procedure substeps steps calloutlist"),
    **_all("li", "list-item member step substep sli callout"),
    **_all("dl", "variablelist def-list parml glosslist"),
    **_all("dd", "def dd pd glossdef"),
    **_all("dt", "pt"),
    **_all("tr", "row strow"),
    **_all("table", "informaltable simpletable properties"),
}  # fmt: skip
"""HTML elements, the outer one first; an empty text leaves only the words."""

BETWEEN: Mapping[str, str] = {
    "name": " ", "contrib": ", ", "contrib-group": ", ", "person-group": ", ", "kwd-group": ", ",
    "element-citation": ". ", "nlm-citation": ". ", "pub-date": " ", "refnamediv": " – ",
    "cmdsynopsis": " ",
}  # fmt: skip
"""What stands between the parts of an element, if the body has nothing there."""

TRACKED = frozenset(NAMED) | names("section div figure table thead aside blockquote p ul ol dl")
"""Names of elements that a translation keeps while they are open."""
