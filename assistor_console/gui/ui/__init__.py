"""Made from forms/ by `python -m assistor_console.gui.compile_forms`; never edited."""
