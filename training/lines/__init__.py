"""The training of the model that labels the lines of markup-less text; ``python -m training.lines`` is the command."""

ROUNDS = 5  # over all examples
INVENTED = 800  # pages made up
