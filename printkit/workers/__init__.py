"""Workers: work goes in, its result comes out of a process that can be killed.

Nothing that runs in the same process can be stopped: WeasyPrint and its libraries catch every
exception, and native code never looks for one. So whatever comes from outside is read and printed
in worker processes, with limits of time, memory and files. The worker asks its parent for pictures
of the network, because a worker has no network.
"""
