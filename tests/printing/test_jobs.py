"""Jobs: the articles that one press run prints, in the order of the issue."""

from printkit.edition.ticket import JobTicket
from printkit.issue.plan import Plan
from printkit.issue.sections import Section
from printkit.printing.jobs import plan_tasks
from tests.support.press_runs import make_reading, plan_section

WORLD = Section("World", (make_reading("a"), make_reading("b")))
TABLE = Section("Table", (make_reading("c"),))


def test_each_article_is_a_run_and_the_first_of_a_section_bears_its_head() -> None:
    """All tasks know their section."""
    planned = plan_tasks([WORLD, TABLE], Plan(), JobTicket())
    assert [[one.where for one in task.readings] for task in planned] == [["a"], ["b"], ["c"]]
    assert [task.head for task in planned] == ["World", "", "Table"]
    assert [task.section for task in planned] == ["World", "World", "Table"]


def test_a_section_that_flows_is_one_run() -> None:
    """A section without heads has no head."""
    planned = plan_tasks([WORLD, TABLE], Plan(start="flow", without=("heads",)), JobTicket())
    assert [[one.where for one in task.readings] for task in planned] == [["a", "b"], ["c"]]
    assert [task.head for task in planned] == ["", ""]
    assert plan_tasks([], Plan(), JobTicket()) == []


def test_ids_of_equal_articles_are_told_apart() -> None:
    """The ids are the same in any issue that has the article first."""
    twins = Section(
        "", (make_reading("a"), make_reading("a"), make_reading("b"), make_reading("a"))
    )
    prefixes = [task.prefixes[0] for task in plan_tasks([twins], Plan(), JobTicket())]
    assert len(set(prefixes)) == 4
    assert prefixes[1:] == [f"{prefixes[0]}x2", prefixes[2], f"{prefixes[0]}x3"]
    assert plan_section(make_reading("a"))[0].prefixes[0] == prefixes[0]
