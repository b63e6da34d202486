"""What can be wrong with a rendered mail, one module for each subject; `templates.check` asks them all."""
