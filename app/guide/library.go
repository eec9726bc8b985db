package guide

import (
	"fmt"
	"io/fs"
	"strings"
)

// The files of the method's folder that the guide shows.
const (
	methodFile = "how-skinward-calculates.md"
	noteFile   = "method-note.md"
)

// Library is everything that the guide's screen shows. It does not change
// after Open.
type Library struct {
	Book         *Book
	Plate        *Plate
	Body         *BodyFigure
	Pictures     map[string][]byte // SVG by name without extension
	Alternatives map[string]string // what each picture shows, in words
	Night        map[string]string // colours on a dark ground, see ReadNight
	Method       []Block           // how Skinward calculates, in plain words; may be empty
	MethodNote   []Block           // the method in full; may be empty
}

// Open reads the guide's pages, its art and the account of the method. Any of
// the two texts on the method may be missing; everything else must be there.
func Open(pages, art, method fs.FS) (*Library, error) {
	l := &Library{Pictures: map[string][]byte{}}
	var err error
	if l.Book, err = Read(pages); err != nil {
		return nil, err
	}
	if l.Plate, err = ReadPlate(art); err != nil {
		return nil, err
	}
	if l.Body, err = ReadBodyFigure(art); err != nil {
		return nil, err
	}
	if l.Alternatives, err = ReadAlternatives(art); err != nil {
		return nil, err
	}
	if l.Night, err = ReadNight(art); err != nil {
		return nil, err
	}
	names, err := fs.Glob(art, "*.svg")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		if l.Pictures[strings.TrimSuffix(name, ".svg")], err = fs.ReadFile(art, name); err != nil {
			return nil, err
		}
	}
	for id, t := range l.Book.topics {
		if l.Pictures[t.Picture] == nil {
			return nil, fmt.Errorf("guide: page %s wants the picture %s, which is missing", id, t.Picture)
		}
	}
	l.Method, l.MethodNote = readText(method, methodFile), readText(method, noteFile)
	return l, nil
}

func readText(fsys fs.FS, name string) []Block {
	text, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil
	}
	return ParseText(string(text))
}
