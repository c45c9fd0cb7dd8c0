"""The cast list: which of the entities of a story are its characters, and what they are called on screen."""

from collections.abc import Iterable

from app.story.english.descriptions import GENERIC
from app.story.english.entities import Entity
from app.story.english.generations import find_families, settle_ages
from app.story.english.kinship import KIN
from app.story.english.resolver import Resolver
from app.story.lexicon.entries import CharacterNoun
from app.story.people import Person
from app.vocabulary.roles import Role
from app.vocabulary.wordnet.nouns import find_noun

NARRATOR = "Narrator"
_MOST_ALIASES = 12


class CastList:
    """The characters of a story, those who matter most first, and the persons that stand for them."""

    def __init__(self, resolver: Resolver, *, is_sketch: bool = False) -> None:
        entities = dict.fromkeys(one.survivor for one in resolver.memory.entities)
        settle_ages(entities)
        families = find_families(entities)
        # A sketch of a few sentences tells of everybody it mentions.
        chosen = sorted((one for one in entities if is_sketch or is_character(one)), key=_rank)
        self._persons: dict[Entity, Person] = {}
        taken: set[str] = set()
        for entity in chosen:
            person = _make_person(entity, taken)
            person.family = _choose_name(families[entity]) if entity in families else ""
            taken.add(person.name.casefold())
            self._persons[entity] = person
        self.people = tuple(self._persons.values())

    def find(self, entity: Entity | None) -> Person | None:
        """Return the person of an entity, None for one that is no character."""
        return self._persons.get(entity.survivor) if entity is not None else None

    def list_names(self, entities: Iterable[Entity]) -> tuple[str, ...]:
        """Return the names on screen of those entities that are characters."""
        people = (self.find(entity) for entity in entities)
        return tuple(dict.fromkeys(person.name for person in people if person is not None))


def is_character(entity: Entity) -> bool:
    """Return whether an entity matters: it speaks, is named and acts, or acts more than once."""
    if entity.lines:
        return True
    if entity.is_named:
        return entity.acts > 0 or entity.mentions > 1
    if entity.is_narrator:
        return entity.acts > 0 or entity.mentions > 2
    return entity.acts > 1 or (entity.acts > 0 and entity.mentions > 2)


def _rank(entity: Entity) -> tuple[float, int]:
    return -(entity.mentions + 2 * entity.lines + 0.5 * entity.acts), 0 if entity.is_named else 1


def _make_person(entity: Entity, taken: set[str]) -> Person:
    name = _choose_name(entity)
    if name.casefold() in taken:
        name = next(
            (other for other in _list_other_names(entity) if other.casefold() not in taken),
            next(
                f"{name} {number}" for number in range(2, 1000) if f"{name} {number}".casefold() not in taken
            ),
        )
    gender = entity.gender
    person = Person(
        gender="" if gender == "neutral" else gender,
        age=entity.age,
        has_told_age=entity.has_told_age,
        is_animal=entity.kind == "animal",
        is_plural=entity.is_group,
        proper_name=name,
        adjectives=entity.adjectives,
        marks=set(entity.marks),
        aliases=tuple(alias for alias in _list_aliases(entity) if alias != name)[:_MOST_ALIASES],
        kind=entity.kind or "person",
        told=tuple(entity.told),
    )
    _add_nouns(person, entity, name)
    return person


def _add_nouns(person: Person, entity: Entity, name: str) -> None:
    """Give a person the nouns of an entity, or one without a word for a species or role alone."""
    for noun in entity.nouns:
        known = find_noun(noun)
        person.nouns[noun] = CharacterNoun(
            title=name,
            head=noun,
            gender=person.gender,
            age=entity.age,
            role=(known.role if known else None) or entity.role,
            species=entity.species if entity.kind == "animal" else None,
            is_plural=entity.is_group,
        )
    if not person.nouns and (entity.species or entity.role or entity.kind == "robot"):
        role = Role.ROBOT if entity.kind == "robot" else entity.role
        person.nouns[""] = CharacterNoun(name, "", person.gender, entity.age, role, entity.species)


def _choose_name(entity: Entity) -> str:
    """Return the one name on screen: a proper name, or the noun phrase used most."""
    if entity.names:
        # "Grandma" is what her family says; her name is Rosa.
        name = max(entity.names, key=lambda one: (one.lower() not in KIN, entity.names[one], len(one)))
        return name if not _is_epithet(entity, name) else f"The {name}"
    if entity.titles:
        best = max(entity.titles, key=lambda one: (entity.titles[one] + 0.5 * len(one.split()), one))
        noun = best.split()[-1]
        if noun in KIN and entity.owner is not None and entity.owner.survivor.names:
            return f"{_choose_name(entity.owner.survivor)}’s {noun.title()}"
        # Other nouns tell who it is without adjectives: "The Dwarfs", but "The Old Woman".
        own = max(entity.nouns, key=lambda one: entity.nouns[one], default="")
        is_telling = own not in GENERIC and own not in KIN and noun in (own, f"{own}s")
        return f"The {(noun if is_telling else best).title()}"
    return NARRATOR if entity.is_narrator else "Somebody"


def _is_epithet(entity: Entity, name: str) -> bool:
    """Return whether a name is a noun with an article, as "the Hatter" is."""
    return name.split()[-1].lower() in entity.nouns and entity.has_article


def _list_other_names(entity: Entity) -> list[str]:
    others = [*entity.names, *(f"The {title.title()}" for title in entity.titles)]
    owned = (
        [f"{_choose_name(entity.owner.survivor)}’s {noun.title()}" for noun in entity.nouns]
        if entity.owner
        else []
    )
    return [*owned, *others]


def _list_aliases(entity: Entity) -> list[str]:
    ranked = [name for name, _ in entity.names.most_common()]
    titles = [f"the {title}" for title, _ in entity.titles.most_common()]
    titles += [f"the {mark} {noun}" for noun in entity.nouns for mark in sorted(entity.marks)[:4]]
    nouns = [f"the {noun}" for noun, _ in entity.nouns.most_common()]
    return list(dict.fromkeys([*ranked, *titles, *nouns]))
