// Package assets holds what the program shows but does not compute: the pages
// and pictures of the guide, the icons, the food table and the account of the
// method. All of it is compiled in; nothing is read from disk at run time.
//
// The package knows no reader of its content. cmd hands the file systems on as
// values, so that every parser can be tested on a file system of its own.
package assets

import (
	"embed"
	"io/fs"
)

//go:embed guide art icons food method
var content embed.FS

// Guide returns the pages of the illustrated guide: Markdown with the header
// that guide/README.md describes.
func Guide() fs.FS { return folder("guide") }

// Art returns the illustrations (SVG), their text alternatives and the outline
// of the body figure.
func Art() fs.FS { return folder("art") }

// Icons returns the icons of the user interface (SVG, one per name).
func Icons() fs.FS { return folder("icons") }

// Food returns the food table and what belongs to it.
func Food() fs.FS { return folder("food") }

// Method returns the account of how the program calculates, in plain words and
// in full.
func Method() fs.FS { return folder("method") }

func folder(name string) fs.FS {
	sub, err := fs.Sub(content, name)
	if err != nil { // only for an invalid name, and the names are above
		panic(err)
	}
	return sub
}
