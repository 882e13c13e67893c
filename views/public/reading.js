// Keyboard, copying and the target paragraph: comfort on top of pages that work without any of it.
