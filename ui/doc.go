// Package ui is the window around the screens: the rail, the menu with all
// shortcuts, undo across screens, marks of what is stale, dropped files and
// closing. It knows which screens there are, not what they do.
package ui
