"""Programs: a text goes in, and whether the text is source code comes out: code, CSS, SQL.

An article about programs has a headline and sentences; source code has them in comments only.
"""

from printkit.readers.detection.formats import Family, Format
from printkit.readers.detection.prose import is_headed_prose, is_in_another_script, is_sentence
from printkit.text.patterns import regex

_CODE = Format("source code of a program", Family.DATA)
_CSS = Format("a style sheet (CSS)", Family.DATA)
_SQL = Format("statements of SQL", Family.DATA)

# The comments of C, of Python with its docstrings, of SQL and Lua, of TeX and Lisp.
_LONG_COMMENTS = regex(
    r"(?s)/\*.*?(?:\*/|\Z)|\"\"\".*?(?:\"\"\"|\Z)|'''.*?(?:'''|\Z)|\{-.*?(?:-\}|\Z)|--\[\[.*?(?:\]\]|\Z)"
    r"|<!--.*?(?:-->|\Z)|<#.*?(?:#>|\Z)|(?m:^=[a-z]\w*\b).*?(?:(?m:^=(?:end|cut)\b)|\Z)"
)
_COMMENT = regex(
    r"[ \t]*(?:#(?![ \t]*(?:include|define|if|endif|pragma)\b)|//|--|;;|%|REM\b|rem\b)"
)
_OPEN_COMMENT = regex(r"[ \t]*(?:#|//|--|/\*|\"\"\"|'''|;;|%|\{-|<#|\"use strict\")")
_FENCE = regex(r"(?m)^[ \t]*(?:```|~~~\w*[ \t]*$)")
_WORDS = (
    r"(?:public|private|protected|internal|static|final|abstract|sealed|export|async|const|let|var"
    r"|val|fun|func|fn|function|def|class|struct|enum|union|interface|impl|trait|type|typedef"
    r"|typename|extern|template|local|pub|package|namespace|using|use|module|require|include"
    r"|import|from|void|int|long|char|bool|double|float|unsigned|auto|inline|virtual|override|data"
    r"|object|my|our|sub|select|case|switch|while|for|if|elif|elsif|else|try|catch|except|return"
    r"|raise|throw|yield|await|with|assert|del|print|echo|goto|defer|go|match|when|where|unless"
    r"|begin|rescue|ensure|foreach|elseif|ifeq|ifdef|set|instance|newtype|deriving|register|open)"
)
_LINE = regex(
    r"[ \t]*(?![-*+] \w+ \w)(?:"  # an item of a list in Markdown is no code
    r"[\s{}()\[\];,:]+$"  # signs alone
    r"|\#[ \t]*(?:include|define|undef|ifn?def|if|else|elif|endif|pragma|import|error)\b"
    rf"|{_WORDS}\b(?=.*[({{\[=;:<>\"'`]).*[({{;:,)\]>=\"'`]$"
    rf"|{_WORDS}\b[^.!?]*[({{=]"
    r"|(?:import|from|use|using|package|module|require|include|open)[ \t]+[\w.*:/\\\"'-]+;?$"
    r"|from[ \t]+[\w.]+[ \t]+import\b"
    r"|(?:return|break|continue|pass|end|fi|done|esac|then|do|else|begin|endif|endfunction)\b"
    r"[ \t]*[\w.-]*;?$"
    r"|@[A-Za-z_][\w.]*(?:\(.*)?$"  # decorators and annotations
    r"|[\w.$@*&>\[\]\"'{}:-]+[ \t]*(?::[ \t]*[\w\[\], .|&]+)?[ \t]*"
    r"(?:[-+*/|&?:.<]{0,2}=|<-)[ \t]*\S"
    r"|[\w:<>\[\]&*, ]{1,40}[ \t*&]\w+[ \t]*=[ \t]*\S.*;$"
    r"|[*&!~]{0,2}[\w.$:>-]+(?:<\w+>)?\(.*[)({\[,;]$|[\w.$:>-]+\($"  # a call
    r"|\.\w+\(|[)}\]]+.{0,60}$"
    r"|[\"'][^\"']*[\"'][ \t]*(?:[,:\])].*)?$|[\w-]+:[ \t]*.+,$"
    r"|[ \t]+[\w.*&:-]+[,;]?$|[ \t]+\w+[ \t]+\*?\w+(?:\[\w*\])?;$|[ \t]+\([^.!?]*\),?$"
    r"|(?:module|class|instance)\b.*\bwhere$"
    r"|\((?:def|let|require|ns|setq|use-|in-package|load)|[\w']+[ \t]+::[ \t]"
    r"|(?:\w+[ \t]+)?\w+\s*\([^()]*\)\s*(?:[\w ]+)?\{$|.*[;{]\s*(?://.*|/\*.*)?$(?<=[({)\]'\"\w][;{])"
    r"(?<=[^ ])(?<!\w;)|.*\w\(.*\);?$|.*[\w)\]}\"'] ?(?:&&|\|\||==|!=|\+=|->|=>|::)"
    r"|(?:sudo|apt-get|pip|npm|make|mkdir|rm|cp|mv|cd|export|echo|source|git)[ \t].*[-/$\"'=]"
    r")"
)  # fmt: skip
# Glossaries, dialogues, lists and poems have such lines, too: a program has others.
_COMMON = regex(
    r"(?:[^\W\d_]+ ){1,4}(?:=(?: [^\W\d_]+){1,4}[.,]?|(?:->|=>) [^(){};]*)$"
    r"|\"[A-Z][^\"]*[.!?,…]\"$|'[A-Z][^']*[.!?,…]'$|\w+: \w+(?: \w+)*,$"
    r"|[A-Z]\w*\(\d*\)$|(?:[^\W\d_]+ ){2,9}\([^\W\d_]+(?: [^\W\d_]+)*\)[.,]?$"
)
_MOST_LINES = 400
_LONGEST = 200
_FEWEST = 3

# A line such as `{title: Ships}` in a sheet of songs is no rule.
_RULE = regex(
    r"[^{}();\s][^{}();]{0,199}(?:(?<!\n)|(?=\{[ \t]*\n))\{"
    r"(?:\s*[\w-]+\s*:(?![=:])[^{};]{0,500}[^{};,\s]\s*;?)++\s*\}"
)
_AT_RULE = regex(
    r"@(?:import|charset|media|font-face|page|namespace|keyframes|supports)\b[^{};]*[{;]"
)
# Headlines begin with these words, too ("Create role models"): so a statement counts with the
# grammar behind its name.
_NAME = r"(?:IF\s+(?:NOT\s+)?EXISTS\s+)?[\w.\"'`\[\]$@%-]+"
_END = r";[ \t]*(?:--.*)?(?:\n|\Z)"
_CREATED = (
    rf"TABLE\s+{_NAME}\s*(?:\((?s:.{{1,20000}}?)\)[^;\n]{{0,200}}{_END}|(?:AS|LIKE)\b[^;]{{1,2000}}{_END})"
    rf"|VIEW\s+{_NAME}\s*(?:\([^()]*\)\s*)?AS\s+(?:SELECT|WITH)\b"
    rf"|INDEX\s+(?:{_NAME}\s+)?ON\s+[\w.\"`\[\]]+\s*(?:\(|USING\b)"
    rf"|(?:FUNCTION|PROCEDURE)\s+{_NAME}\s*\((?s:.{{0,2000}}?)\)\s*"
    r"(?:RETURNS?|AS|IS|LANGUAGE|BEGIN|DETERMINISTIC|READS|COMMENT|SQL)\b"
    rf"|TRIGGER\s+{_NAME}\s+(?:BEFORE|AFTER|INSTEAD\s+OF)\s+(?:INSERT|UPDATE|DELETE|TRUNCATE)\b"
    rf"|TYPE\s+{_NAME}\s+AS\s*(?:\(|ENUM\b|RANGE\b)"
    rf"|(?:DATABASE|SCHEMA|SEQUENCE|TYPE|ROLE|USER|EXTENSION)\s+{_NAME}(?:\s+[^;\n]{{1,300}})?\s*{_END}"
    rf"|SEQUENCE\s+{_NAME}\s+(?:START|INCREMENT|AS)\b"
)
_STATEMENT = regex(
    rf"\s*(?:\\.*\n)*+(?:(?i:CREATE\s+(?:OR\s+REPLACE\s+)?(?:TEMP\w*\s+|UNIQUE\s+)?(?:{_CREATED})"
    r"|INSERT\s+INTO\s+\S+\s*(?:\(|VALUES\b|SELECT\b)"
    rf"|DELETE\s+FROM\s+\S+\s*(?:{_END}|WHERE\b[^;]{{1,2000}}{_END})"
    r"|(?:DROP|ALTER|TRUNCATE)\s+(?:TABLE|VIEW|INDEX|DATABASE|SCHEMA|EXTENSION|FUNCTION|OPERATOR)\s+"
    rf"{_NAME}(?:\s*,\s*{_NAME})*+(?:\s*{_END}|\s+(?:CASCADE|RESTRICT|ADD|DROP|ALTER|RENAME|OWNER|SET|MODIFY|CHANGE"
    rf"|ENABLE|DISABLE|ATTACH|CONVERT)\b[^;]{{0,2000}}{_END}|\([^;]{{0,2000}}{_END})"
    rf"|UPDATE\s+\S+\s+SET\s+\S+\s*=|BEGIN(?:\s+TRANSACTION)?\s*{_END}|PRAGMA\s+[\w.]+\s*[=(;]"
    rf"|SET\s+(?:\w+\s+)?[\w.@\"]+\s*(?:=|\bTO\b)[^;\n]{{1,300}}{_END})"
    r"|WITH\s+\w+\s+AS\s*\(|SELECT\s[^;]{1,2000}?\sFROM\s+[\w.\"`]+(?:\s+(?:AS\s+)?\w+)?\s*"
    r"(?:;\s*(?:\n|\Z)|\b(?:WHERE|JOIN|LEFT|INNER|GROUP|ORDER|LIMIT|UNION)\b))"
)  # fmt: skip


def format_of_program(text: str) -> Format | None:
    """Return the format of source code, of a style sheet or of SQL; None for other texts."""
    bare = _LONG_COMMENTS.sub("", text)
    if _FENCE.search(bare) or is_headed_prose(bare):
        return None  # an article in Markdown that shows code
    if _is_style_sheet(bare):
        return _CSS
    parts = bare.split("\n", _MOST_LINES)[:_MOST_LINES]
    lines = [line[:_LONGEST].rstrip() for line in parts]
    lines = [line for line in lines if line and not _COMMENT.match(line)]
    if not lines:
        only_comments = text.lstrip().startswith(("/*", '"""')) and not bare.strip()
        return _CODE if only_comments else None
    if _STATEMENT.match("\n".join(lines)) and any(line.endswith(";") for line in lines):
        return _SQL
    return _CODE if _is_code(text, lines) else None


def _is_code(text: str, lines: list[str]) -> bool:
    """Tell whether most lines are code, and hardly any line is a sentence."""
    opens = _is_line(lines[0]) or _OPEN_COMMENT.match(text.lstrip())
    code = [line for line in lines if _is_line(line)]
    certain = sum(not _COMMON.match(line) for line in code)
    prose = sum(_is_written(line) for line in lines)
    share = 0.5 if len(lines) > _FEWEST else 1
    few = len(code) < max(2, min(_FEWEST, len(lines))) or certain * 3 < len(code)
    return bool(opens) and not few and len(code) >= share * len(lines) and prose * 8 <= len(lines)


def _is_line(line: str) -> bool:
    return bool(_LINE.match(line)) and not is_in_another_script(line)


def _is_written(line: str) -> bool:
    return is_in_another_script(line) or (is_sentence(line) and not _LINE.match(line))


def _is_style_sheet(text: str) -> bool:
    """Tell whether rules of CSS cover most of a text."""
    whole = len(text.strip())
    covered = sum(len(one[0]) for one in _RULE.finditer(text))
    rules = bool(_AT_RULE.match(text.lstrip())) or covered > 0
    return rules and {":", ";"} <= set(text) and covered * 2 >= whole > 0
