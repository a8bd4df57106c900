"""The pages of the window, each a layout (page) and a Qt-free presenter."""
