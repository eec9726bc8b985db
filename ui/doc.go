// Package ui is the window around the screens: the rail, the menu with all
// shortcuts, undo across screens, marks of what is stale, dropped files and
// closing. It knows which screens there are, not what they do.
//
// The program wires it in this order, inside the toolkit's "started" callback:
// set the theme (OptionsOf, kit.NewTheme), make the window, make
// kit.NewBackground and kit.NewToast(kit.AfterDo), New, Add for each place with
// a function that builds its screen from Shell.Navigate, Shell.Changed,
// Shell.Done and Shell.Dialogs, Start, then show the window. After the
// toolkit's loop has ended it closes the runner and then the store.
package ui
