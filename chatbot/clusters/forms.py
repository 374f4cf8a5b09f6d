"""The forms of clusters and families."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from chatbot.clusters.model import LONGEST_WAIT, USUAL_WAIT, ClusterFacts

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
Alias = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40)]


class ClusterForm(BaseModel):
    """A cluster: its name, its own channel, and how many hours what belongs to its families waits for it."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    name: Name
    channel: Annotated[str, StringConstraints(min_length=1, max_length=32)]
    wait: Annotated[int, Field(ge=0, le=LONGEST_WAIT)] = USUAL_WAIT

    def facts(self) -> ClusterFacts:
        return ClusterFacts(name=self.name, channel=self.channel, wait=self.wait)


class FamilyForm(BaseModel):
    """A family: an alias or initials, and the clusters that support it, by their numbers."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    alias: Alias
    clusters: tuple[int, ...] = ()
