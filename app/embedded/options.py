"""The options of `studio film`, with their texts in its help, and `--data` of every command."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from app.modules.task.coverage import Coverage as CoverageWord
from app.vocabulary.frame import AspectRatio, Resolution, Style

Data = Annotated[
    Path | None, typer.Option("--data", help="Folder of all embedded state (default .studio).", envvar=None)
]
Story = Annotated[str, typer.Argument(help="A .txt, .md, .fountain or .fdx file, or - for stdin.")]
Out = Annotated[Path | None, typer.Option(help="The film's .mp4 file (default: the story's name with .mp4).")]
Keep = Annotated[
    Path | None,
    typer.Option(
        help="A folder for the boards, panels and clips of shots, the takes of scenes, and subtitles."
    ),
]
Title = Annotated[str | None, typer.Option(help="The film's title.")]
Language = Annotated[str | None, typer.Option(help="The story's language (default: detected).")]
FilmStyle = Annotated[Style, typer.Option(help="The style of the drawings.")]
Aspect = Annotated[AspectRatio, typer.Option(help="The aspect ratio.")]
Duration = Annotated[
    float | None,
    typer.Option(min=5, max=600, help="The length in seconds; the narration is abridged to fit it."),
]
FilmResolution = Annotated[Resolution, typer.Option(help="The resolution of the frame.")]
FrameRate = Annotated[Literal["24", "25", "30"] | None, typer.Option(help="The frames in a second.")]
Voice = Annotated[str | None, typer.Option(help="The narrator's voice.")]
Voices = Annotated[
    list[str] | None,
    typer.Option(metavar="NAME=VOICE", help="A character's voice; may be given for each of them."),
]
Subtitles = Annotated[Literal["burned", "soft", "none"] | None, typer.Option(help="How subtitles are shown.")]
Music = Annotated[Literal["none", "bed"] | None, typer.Option(help="A bed of music, or none.")]
Ambience = Annotated[
    bool | None,
    typer.Option("--ambience/--no-ambience", help="Whether places, weather and events are heard."),
]
Transition = Annotated[Literal["cut", "crossfade"] | None, typer.Option(help="How a scene follows another.")]
Titles = Annotated[
    bool | None,
    typer.Option("--titles/--no-titles", help="Whether cards show the title, the chapters and the end."),
]
Seed = Annotated[int | None, typer.Option(min=0, max=2**31 - 1, help="Another number draws other pictures.")]
Coverage = Annotated[
    CoverageWord | None,
    typer.Option(help="Film shots, or each scene as one take; auto: shots where pictures cost nothing."),
]
