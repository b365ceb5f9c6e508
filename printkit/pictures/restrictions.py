"""Restrictions: the terms of use of a picture go in; whether the terms forbid print comes out.

Agencies write the terms in words: `Web use only`, `No print`, `Nur für Online-Nutzung`. The words
stand in the terms, the licence or the copyright notice. Terms that say nothing of print, such as
`No sales, no archives`, do not forbid it.
"""

from printkit.article import Image
from printkit.pictures.limited_terms import ends_a_use, limit_is_over, names_limit
from printkit.text.patterns import regex

_SCREEN = regex(
    r"\b(?:web\w*|online|on-line|internet\w*|digita\w+|electronic|elektronisch\w*|screens?|apps?"
    r"|social[ -]media|numérique|en ligne|en línea|em linha|интернет\w*|сайт\w*"
    r"|онлайн|веб\w*|цифров\w+|cyfrow\w+|sieci|e-?papers?|sitio web|sito|блог\w*"
    r"|(?:[בלה]|ל?שימוש )?(?:אינטרנט|אונליין|דיגיטלי\w*|אתר|רשת)"
    r"|(?:على |لل|ب?ال|ل)?(?:إنترنت|ويب|رقمي\w*|موقع)"
    r"|internec\w*|verk?ko\w*|уеб\w*|splet\w*|tīmek\w*|veeb\w*|διαδικτ\w*|διαδίκτ\w*"
    r"|trực tuyến|ऑनलाइन)"
)
_ONLY = regex(
    r"\b(?:only|exclusively|solely|nur|ausschliesslich|lediglich|uniquement|seulement|exclusivement"
    r"|solo|sólo|só|seule?|réservée?|reservado|riservat[oa]|esclusiv[oa]|exclusiv[oa]|exclusif|bara|solamente|únicamente|exclusivamente|apenas|somente|soltanto|esclusivamente|alleen"
    r"|uitsluitend|enbart|endast|kun|bare|vain|tylko|wyłącznie|pouze|jen|csak|doar|numai|samo"
    r"|только|исключительно|само|tik|tikai|ainult|лише|тільки|μόνο|yalnızca|sadece|בלבד|רק|فقط|chỉ|hanya)\b(?!\s+(?:with|mit|avec|con|com|met|med|z|с|if|when|wenn)\b)"
)
_NO = (
    r"(?:no|not|cannot|can't|mustn't|don't|doesn't|never|nor|without|except|excluding|kein\w*|nicht|ohne|pas|non|sans|sauf|interdit\w*"
    r"|ni|sin|salvo|prohibid\w+|proibid\w+|sem|não|vietat\w+|zakaz|senza|niet|geen|ej|ikke|inte|ei|nie|bez"
    r"|ne|nem|не|без|ні|değil|לא|אין|غير|ليس|ممنوع\w*|لا|يمنع|يُمنع|يحظر|אסור\w*)"
)
_PAPER = (
    r"(?:print(?:ed|ing|nutzung|verwendung|rechte?n?)?|paper|newspapers?|magazines?|\w*druck\w*|printmedien|imprim\w+|impression"
    r"|impres[oa]s?|impresión|impressão|papel|papier|stampa\w*|tryck\w*|trykk\w*|tryk|tisk\w*|nyomtat\w*"
    r"|печат\w*|друк\w*|baskı\w*|druk\w*|[לב]?דפוס|[לב]?הדפסה|(?:لل|بال|ال)?طباعة|(?:لل|بال|ال)?مطبوعات)"
)
_BAN = (
    r"(?:no|not|none|excluded|prohibited|forbidden|reserved|verboten|ausgeschlossen|untersagt"
    r"|(?:nicht|niet|ikke|ej|inte)\s+(?:gestattet|erlaubt|zulässig|gewünscht|toegestaan|tillad?t)"
    r"|(?:nicht|niet|ikke|ej|inte)\s+tillåtet|verboden|forbudt|förbjud\w*|zabronion\w*|zakázán\w*"
    r"|(?:non|pas)\s+(?:autorisée?|permise?|admise?|consentit[oa]|ammess[oa]|permess[oa])"
    r"|(?:no|não)\s+(?:permitid[oa]|autorizad[oa])|yasak\w*|kielletty|tilos"
    r"|interdite?|prohibid[oa]|proibid[oa]|vietat[oa]|запрещ[её]н\w*|не\s+разреш\w+|заборонен\w*)"
)
_PRINTED = regex(rf"(?<!e-)\b(?:{_PAPER}|prensa|presse|stampa|imprensa|kranten|zeitungen?)\b")
_USED = (
    r"(?:us(?:e|ed|age)|publi\w+|reproduc\w+|print\w*|verwend\w+|nutz\w+|genutzt|gedruckt|utilis\w+"
    r"|imprim\w+|usar|uso|utiliz\w+|usare|gebruik\w*|używać|wykorzyst\w+|использ\w+)"
)
_AFTER = r"(?:after|beyond|nach|après|después|dopo|depois|após|na|po|после)"
# `Not to be used after 2024` allows the use until then.
_NOT_AFTER = regex(
    rf"\b{_NO}\s(?:(?:to be|be|for|zu|à|et|para|er|mag|wolno)\s){{0,2}}(?:{_USED}\s)?{_AFTER}\b"
    r"(?=\D{0,20}\d)"
)
# At most 25 characters stand between, and no comma: `No cropping, print is fine`.
_FORBIDS = regex(
    rf"\b{_NO}\b[^,]{{1,25}}?(?<!\w){_PAPER}\b"
    r"(?!\s+(?:sales?|shops?|advertis\w*|ads|products?|without (?:a )?credit))"
    rf"|\b{_PAPER}\b[^,]{{1,25}}?\b{_BAN}\b"
    r"|\bprint\s*[=:]\s*(?:false|off|0)\b|\b(?:mags?|magazines?|newspapers?)\s+out\b"
    r"|\bnot for (?:re)?publication\b|\bdo not (?:print|publish)\b(?! without (?:a )?credit)"
    r"|禁止印刷|印刷(?:物|媒体)?(?:での|への|に)?(?:使用|利用|掲載|転載)?(?:不可|禁止)"
    r"|不得印刷|不可印刷|不得用于印刷|不得用於印刷|禁止用于印刷|紙(?:媒体|面)(?:での|への)?(?:使用|利用|掲載|転載)?(?:不可|禁止)|인쇄\s?(?:금지|불가)"
)
_ONLY_ON_SCREENS = regex(
    "(?:[仅只](?:限|供|能)|僅供)(?:于|在)?(?:网络|互联网|网上|网站|线上|在线|数字|电子)|[僅只](?:限|供|能)(?:於|在)?(?:網路|網絡|網上|網站|線上|數位|電子)"
    "|(?:ウェブ|web|ネット|インターネット|オンライン|デジタル|電子版)(?:サイト)?(?:での|の)?(?:使用|利用|掲載)?(?:のみ|に限る|限定)|(?:온라인|인터넷|웹|디지털)\\s?(?:용?으로만|전용|에서만|에만|만|한정)"
)
# `No restrictions on print` and `not only online` allow print.
_ALLOWS = regex(
    r"\b(?:no|without|keine?|ohne|sans|aucune|sin|sem|senza|geen|zonder|без)\s+"
    r"(?:\w+\s+)?(?:restrictions?|limit(?:s|ations?)?|einschränkung\w*|beschränkung\w*"
    r"|restricci[oó]n\w*|restriç\w+|restrizion\w*|limitazion\w*|beperking\w*|ограничен\w*)"
    r"|(?:لا|بدون|دون)\s+قيود|(?:אין|ללא)\s+הגבל\w*"
    r"|\b(?:do not|don't)\s+print\s+(?:out\s+)?(?:this|the)\s+"
    r"(?:e-?mails?|messages?|mails?|web\s?pages?)"
    r"|\b(?:not|nicht|non|pas|no|não|niet)\s+(?:only|just|nur|allein|solo|sólo|seulement|uniquement"
    r"|apenas|somente|alleen)\b|\b(?:not|nicht|не)\s+(?:prohibited|forbidden|restricted|verboten|запрещен\w*)"
)
# The points of `31.12.2020`, `31. Dezember` and `Dec. 31` end no clause.
_CLAUSE_END = regex(r"\.(?<!\b\d\.)(?<!\b\d\d\.)(?!\s{0,3}\d)|[;!\n]")
_LONGEST = 1_000  # characters that are looked at


def forbidding_terms(image: Image) -> str:
    """Return the words of a picture's rights that forbid print; empty if none do."""
    rights = (image.usage_terms, image.license_url, image.copyright_notice)
    return next((one for one in rights if one and "://" not in one and forbids_print(one)), "")


def forbids_print(terms: str | None) -> bool:
    """Tell whether terms of use say that a picture is not for print."""
    clauses = _CLAUSE_END.split((terms or "")[:_LONGEST].casefold())
    return any(_clause_forbids(" ".join(clause.replace("’", "'").split())) for clause in clauses)


def _clause_forbids(clause: str) -> bool:
    if _NOT_AFTER.search(clause) and not _SCREEN.search(clause):
        clause = _NOT_AFTER.sub("use until ", clause)
    if not names_limit(clause):
        return _bans(clause)
    over = limit_is_over(clause)
    if _bans(clause):
        return not over
    # `Online until 2020` says nothing of print.
    on_screens_alone = _SCREEN.search(clause) and not _PRINTED.search(clause)
    return over and not on_screens_alone and ends_a_use(clause)


def _bans(clause: str) -> bool:
    clause = _ALLOWS.sub(" ", clause)
    if _FORBIDS.search(clause) or _ONLY_ON_SCREENS.search(clause):
        return True
    on_screens = _SCREEN.search(clause) and _ONLY.search(clause)
    return bool(on_screens) and not _PRINTED.search(clause)
