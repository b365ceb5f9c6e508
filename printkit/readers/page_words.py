"""Words of the page: fields of a record go in, and come out without words of the web page.

The headline of a copied page ends with the name of the site, and its byline with the date.
"""

from collections.abc import Mapping

from printkit.article import Article
from printkit.article.site_names import part_site, site_names
from printkit.readers.byline_dates import part_byline
from printkit.remarks import Remark, Removed

_DAYS = ("date_published", "date_modified", "date_posted")


def without_site_name(article: Article, where: str) -> tuple[Article, tuple[Remark, ...]]:
    """Return an article whose headline lacks the name of the site, and a remark on that name.

    Args:
        article: the article as its record gives it.
        where: the name of the record, for the remark.
    """
    headline, cut = part_site(article.headline, site_names(article), article.section or "")
    if not cut:
        return article, ()
    told = f"the headline is taken without the name of the site: “{cut}”"
    removed = (Removed("site name", cut, "headline"),)
    remark = Remark("PK205", told, where, field="headline", removed=removed)
    return article.model_copy(update={"headline": headline}), (remark,)


def without_byline_dates(
    fields: Mapping[str, object], where: str
) -> tuple[dict[str, object], tuple[Remark, ...]]:
    """Return fields whose byline and names lack the date of the article, with remarks.

    A date that the record does not give elsewhere becomes the date of publication. A date that is
    none of the record's dates stays in its place.

    Args:
        fields: of an article, by our names, before they are checked.
        where: the name of the record, for the remarks.
    """
    settled, remarks = dict(fields), list[Remark]()
    for name in ("byline", "authors"):
        value = settled.get(name)
        names = value if isinstance(value, list) else [value]
        given = [_without_date(one, settled, remarks, (where, name)) for one in names]
        if given != names:
            settled[name] = given if isinstance(value, list) else given[0]
    return settled, tuple(remarks)


def _without_date(
    given: object, fields: dict[str, object], remarks: list[Remark], place: tuple[str, str]
) -> object:
    """Return a byline or a person without a date that the fields have, or get."""
    if isinstance(given, Mapping):
        name = _without_date(given.get("name"), fields, remarks, place)
        return given if name == given.get("name") else {**given, "name": name}
    language = fields.get("language")
    if not isinstance(given, str):
        return given
    parted = part_byline(given, language if isinstance(language, str) else "")
    if parted.day is None:
        return given
    where, field = place
    removed = (Removed("date", parted.words, field),)
    if parted.is_day_of(fields.get(one) for one in _DAYS):
        told = f"the byline is taken without the date of the article: “{parted.words}”"
        remarks.append(Remark("PK205", told, where, field=field, removed=removed))
    elif not fields.get("date_published") and not fields.get("date_line"):
        fields["date_published"] = parted.day
        told = f"the date in the byline is taken as the date of publication: “{parted.words}”"
        remarks.append(Remark("PK205", told, where, field=field, removed=removed))
    else:
        return given
    return parted.line
