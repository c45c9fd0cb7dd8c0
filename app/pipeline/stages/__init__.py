"""The stages of the pipeline, by name."""

from app.modules.task.state import StageName
from app.pipeline.stage import AnyStage
from app.pipeline.stages.animate import Animate
from app.pipeline.stages.card import MakeCard
from app.pipeline.stages.compose import Compose
from app.pipeline.stages.draw import Draw
from app.pipeline.stages.moderate import Moderate
from app.pipeline.stages.narrate import Narrate
from app.pipeline.stages.plan import Plan
from app.pipeline.stages.portrait import Portrait
from app.pipeline.stages.segment import Segment
from app.pipeline.stages.sound import Sound

STAGES: dict[StageName, AnyStage] = {
    stage.name: stage
    for stage in (
        Moderate(),
        Segment(),
        Plan(),
        Draw(),
        Portrait(),
        Narrate(),
        Sound(),
        Animate(),
        MakeCard(),
        Compose(),
    )
}
