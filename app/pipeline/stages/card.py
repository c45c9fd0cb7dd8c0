"""The stage that makes a card of the film as a clip of its own, without a provider."""

from dataclasses import asdict, dataclass, replace

from app.film.brief import Look
from app.film.cards.card import Card
from app.film.cards.painting import CARD_VERSION, paint_card
from app.film.clip import ClipPlan, render_clip
from app.film.motion.moving_picture import Still
from app.film.quality import measure_clip
from app.modules.task.state import StageName
from app.pipeline.context import StageContext
from app.pipeline.film_plan import CardParams
from app.pipeline.inputs import StageInput
from app.pipeline.stage import Product, Recipe, Stage
from app.pipeline.stages.draw import CREDIT


@dataclass(frozen=True, slots=True)
class CardRequest:
    """A card with its credits, how it is painted, and its clip."""

    card: Card
    look: Look
    plan: ClipPlan


class MakeCard(Stage[CardRequest, None]):
    """Paint a card and film it, locked off and silent."""

    name = StageName.CARD

    def prepare(self, source: StageInput) -> CardRequest:
        """Read the card, and the credits of the film's drawings where it shows those."""
        params, look = CardParams.load(source.params), source.look
        stills = filter(None, map(source.products.find, params.stills))
        credits = dict.fromkeys(str(still.meta[CREDIT]) for still in stills if still.meta.get(CREDIT))
        planned = params.planned
        card = replace(planned.card, lines=(*planned.card.lines, *credits))
        plan = ClipPlan(
            frames=planned.frames,
            fps=source.config.fps,
            size=look.size,
            fade_in=planned.fades_in,
            fade_out=planned.fades_out,
        )
        return CardRequest(card, look, plan)

    def recipe(self, request: CardRequest) -> Recipe:
        """Return what decides the clip."""
        return {"card": request.card, "look": request.look, "plan": request.plan, "painting": CARD_VERSION}

    def make(self, request: CardRequest, context: StageContext) -> Product[None]:
        """Return the card's clip. Raises TaskStopped when the task must stop."""
        plan, clip = request.plan, context.path("card.mp4")
        still = Still(paint_card(request.card, request.look))
        render_clip(still, plan, None, clip, context.make_progress_callback(plan.frames))
        quality = asdict(measure_clip(clip, fades_in=plan.fade_in, is_held=True))
        return Product(None, clip, {"frames": plan.frames, "fps": plan.fps, "quality": quality})
