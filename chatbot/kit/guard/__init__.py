"""Looks at free text before it is stored or posted, and says which private details it seems to hold.

People write what they should not: an A-number, a telephone number on a public card. The guard finds the forms careless
text has in English, Spanish and Portuguese, also behind odd spaces, dashes and digits. It is careful help, not a proof:
a detail that is spelled out in words passes. It never keeps, repeats or logs what it found.

`folded` makes text plain, `identity`, `contacts` and the two `streets` know the forms, `findings` puts them together.
Every search goes through the text once, with a bounded look around each place.
"""

from chatbot.kit.guard.findings import Exposure, look
from chatbot.kit.guard.kinds import Finding, Kind

__all__ = ["Exposure", "Finding", "Kind", "look"]
