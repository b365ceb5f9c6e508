"""The options of `printkit digest`, in groups: one option for every choice of a plan."""

import click

from printkit.cli.options import together

issue = together(
    click.option("--title", help="The name of the publication."),
    click.option("--masthead", help="The name on the cover, if it differs from the title."),
    click.option("--number", help="The number of the issue."),
    click.option("--date", metavar="DAY", help="The day of the issue: 2019-09-16."),
    click.option("--note", metavar="MARKDOWN", help="The editor's note."),
    click.option("--note-by", metavar="NAME", help="Who signs the note."),
    click.option(
        "--cover-picture",
        metavar="FILE",
        help="The picture on the cover. Default: the lead picture of an article.",
    ),
    click.option("--cover-caption", metavar="TEXT", help="The caption of that picture."),
    click.option("--cover-credit", metavar="TEXT", help="The credit of that picture."),
    click.option("--colophon", metavar="MARKDOWN", help="Text to add to the colophon."),
)
period = together(
    click.option(
        "--week",
        is_flag=False,
        flag_value="last",
        metavar="[WEEK]",
        help="Take articles of an ISO week, 2019-W37; without a value, of the last complete week.",
    ),
    click.option(
        "--from", "since", metavar="DAY", help="Take articles from this day on: 2019-09-09."
    ),
    click.option("--to", "until", metavar="DAY", help="Take articles up to the end of this day."),
    click.option("--timezone", metavar="ZONE", help="The time zone of all days: Europe/Madrid."),
    click.option("--undated/--no-undated", default=None, help="Take articles without a date too."),
)
selection = together(
    click.option(
        "--section",
        "only_sections",
        multiple=True,
        metavar="NAME",
        help="Take only articles of this section; repeatable.",
    ),
    click.option(
        "--tag",
        "only_tags",
        multiple=True,
        metavar="NAME",
        help="Take only articles with this tag; repeatable.",
    ),
    click.option(
        "--source",
        "only_sources",
        multiple=True,
        metavar="NAME|HOST",
        help="Take only articles of this source; repeatable.",
    ),
    click.option(
        "--limit",
        type=click.IntRange(1),
        metavar="N",
        help="Take at most N articles, the newest.",
    ),
    click.option(
        "--max-per-source",
        type=click.IntRange(1),
        metavar="N",
        help="Take at most N articles of each source, the newest.",
    ),
)
makeup = together(
    click.option(
        "--head",
        "sections",
        multiple=True,
        metavar="SECTION",
        help="Put this section next in the order of sections; repeatable.",
    ),
    click.option(
        "--start",
        type=click.Choice(["page", "flow"]),
        help="Start each article on a new page, or let the articles of a section flow on.",
    ),
    click.option(
        "--without",
        multiple=True,
        metavar="PART",
        help="Leave out cover, note, contents, heads, sources, picture-credits, colophon;"
        " repeatable.",
    ),
    click.option(
        "--prepend",
        multiple=True,
        metavar="FILE.pdf",
        help="Bind in this PDF after the cover; repeatable.",
    ),
    click.option(
        "--append",
        multiple=True,
        metavar="FILE.pdf",
        help="Bind in this PDF after the articles; repeatable.",
    ),
)
