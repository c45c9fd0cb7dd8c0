"""Weapons and armour."""

from app.vocabulary.things.thing import Thing
from app.vocabulary.words import listed

WEAPONS = (
    Thing("sword", 100, listed("rapier, cutlass, sabre, saber, blade, scimitar, longsword"), is_held=True),
    Thing("crossed swords", 90, listed("swords")),
    Thing("dagger", 36, listed("dirk, stiletto"), is_held=True),
    Thing("spear", 200, listed("lance, javelin, pike, halberd, trident, harpoon"), is_held=True),
    Thing("bow and arrow", 120, listed("bow, longbow, crossbow"), is_held=True),
    Thing("arrow", 75, listed("bolt of a crossbow"), is_held=True),
    Thing("shield", 65, listed("buckler"), is_held=True),
    Thing("club", 70, listed("cudgel, bludgeon, mace, truncheon, baton"), is_held=True),
    Thing("pistol", 20, listed("gun, handgun, revolver, firearm"), is_held=True),
    Thing("rifle", 110, listed("musket, shotgun, carbine"), is_held=True),
    Thing("cannon", 110, listed("gun of a ship, howitzer"), is_held=True),
    Thing("cannonball", 22, is_held=True),
    Thing("bomb", 35, listed("grenade"), is_held=True),
    Thing("firecracker", 20, listed("dynamite"), is_held=True),
    Thing("helmet", 30, listed("steel helmet"), is_held=True),
    Thing("boomerang", 40, is_held=True),
    Thing("whip", 60, is_held=True),
    Thing("slingshot", 22, listed("catapult"), is_held=True),
)
