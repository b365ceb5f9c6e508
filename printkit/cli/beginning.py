"""Begin to print: start a worker as early as possible, or hasten the engine of this process."""


def begin_printing(*, trusted: bool) -> None:
    """Get ready to print, before anything else is imported.

    Args:
        trusted: whether this process prints.

    Raises:
        PrintkitError: no worker can be started, or no temporary files can be written.
    """
    from printkit.files.lack_of_space import refuse_full_scratch_folder

    refuse_full_scratch_folder()
    if trusted:
        from printkit.press.startup import hasten_weasyprint

        # This call makes the first import of WeasyPrint quick, so it comes before the import.
        hasten_weasyprint()
        return
    from printkit.workers import idle

    idle.begin()
