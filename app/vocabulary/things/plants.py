"""Plants, trees and what lies on the ground."""

from app.vocabulary.things.thing import Thing
from app.vocabulary.words import listed

PLANTS = (
    Thing(
        "oak",
        900,
        listed(
            "tree, maple, beech, lime tree, chestnut tree, apple tree, elm, ash tree, willow, cherry tree"
        ),
    ),
    Thing("fir", 1000, listed("pine, spruce, fir tree, pine tree, evergreen, larch, cedar")),
    Thing("palm", 800, listed("palm tree, coconut palm")),
    Thing("dead tree", 800, listed("bare tree, gnarled tree")),
    Thing("christmas tree", 260),
    Thing("cactus", 160),
    Thing("bush", 110, listed("shrub, hedge, bramble, thicket, briar, gorse")),
    Thing("potted plant", 60, listed("flowerpot, plant, houseplant, pot plant")),
    Thing("seedling", 12, listed("sprout, sapling, shoot")),
    Thing("herb", 18, listed("fern"), is_held=True),
    Thing("leaf", 9, listed("leaves"), is_held=True),
    Thing("maple leaf", 9, is_held=True),
    Thing("autumn leaf", 10, listed("fallen leaf"), is_held=True),
    Thing("clover", 8, listed("four-leaf clover, shamrock"), is_held=True),
    Thing("wheat", 60, listed("ear of wheat, sheaf, barley, grain, reed"), is_held=True),
    Thing("flower", 30, listed("daisy, blossom, bloom, marigold"), is_held=True),
    Thing("rose", 40, listed("red rose"), is_held=True),
    Thing("tulip", 35, is_held=True),
    Thing("sunflower", 150),
    Thing("hibiscus", 12, is_held=True),
    Thing("cherry blossom", 5, is_held=True),
    Thing("hyacinth", 28, listed("lavender, lilac"), is_held=True),
    Thing("lotus", 18, listed("water lily")),
    Thing("wilted flower", 32, listed("wilted rose, withered flower"), is_held=True),
    Thing("bouquet", 42, listed("bunch of flowers, flowers, posy, wreath"), is_held=True),
    Thing("feather", 20, listed("plume"), is_held=True),
    Thing("shell", 7, listed("seashell, conch"), is_held=True),
    Thing("coral", 30),
    Thing("rock", 60, listed("boulder")),
    Thing("stone", 8, listed("pebble, flint, cobble"), is_held=True),
    Thing("wood", 40, listed("stack of firewood"), is_held=True),
    Thing("empty nest", 14, listed("nest")),
    Thing("nest with eggs", 16),
    Thing("spider web", 60, listed("cobweb, web")),
    Thing("bone", 18, is_held=True),
    Thing("pumpkin", 32, listed("gourd, squash"), is_held=True),
    Thing("jack-o'-lantern", 32, listed("carved pumpkin"), is_held=True),
    Thing("snowman", 150),
    Thing("snowball", 9, is_held=True),
    Thing("puddle", 10),
)
