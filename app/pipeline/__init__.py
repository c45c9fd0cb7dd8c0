"""The pipeline: the stages that turn a project into a film, and the runner and dispatcher of their tasks."""
