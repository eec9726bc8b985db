package journal

import (
	"math"
	"regexp"
	"slices"
)

// Photo is one picture of the skin. Its original lies beside the database
// under its hash and is never changed; whatever is marked on it or measured in
// it is kept here as numbers.
type Photo struct {
	Meta
	Hash      string `json:"hash"`               // SHA-256 of the original, 64 hexadecimal digits
	Format    string `json:"format"`             // jpeg, png, webp, heic
	Bytes     int64  `json:"bytes"`              // size of the original
	Width     int    `json:"width"`              // pixels, upright
	Height    int    `json:"height"`             // pixels, upright
	Site      string `json:"site,omitempty"`     // name of a Site
	Light     string `json:"light,omitempty"`    // window, lamp, outdoors …
	Flash     State  `json:"flash,omitzero"`     // whether the flash fired, by the file or the person
	Colour    string `json:"colour,omitempty"`   // srgb, converted, unknown; "" counts as srgb
	Located   bool   `json:"located,omitempty"`  // the original carries coordinates, which leave in no export
	Intimate  bool   `json:"intimate,omitempty"` // never on the doctor's page unless ticked there by itself
	InSummary bool   `json:"in_summary,omitempty"`

	Area       *Region            `json:"area,omitempty"`       // where redness is measured
	Control    *Region            `json:"control,omitempty"`    // unaffected skin to compare with
	Card       *Card              `json:"card,omitempty"`       // grey or white card in the picture
	Redness    Maybe[Redness]     `json:"redness,omitzero"`     // measured in Area
	Alignments []Alignment        `json:"alignments,omitempty"` // onto other photos of the site
	Blind      Maybe[BlindRating] `json:"blind,omitzero"`       // rating given without seeing the date
}

// Region is a marked part of a photo: a rectangle, or the oval in it, in
// fractions of the upright picture's width and height, 0 … 1 from the top left.
type Region struct {
	X    float64 `json:"x"`
	Y    float64 `json:"y"`
	W    float64 `json:"w"`
	H    float64 `json:"h"`
	Oval bool    `json:"oval,omitempty"`
}

// Card is a marked card of known lightness.
type Card struct {
	Region
	White bool `json:"white,omitempty"` // white paper instead of the 18 % grey of photographers
}

// Redness is a colour measurement of Area. It is no grade.
type Redness struct {
	A         float64        `json:"a"`                   // mean CIELAB a* under D65
	Spread    float64        `json:"spread"`              // standard deviation of a* over the area
	Erythema  float64        `json:"erythema"`            // 100·(log10 R − log10 G) of the mean reflectances
	Over      Maybe[float64] `json:"over,omitzero"`       // a* above that of the control skin
	Corrected bool           `json:"corrected,omitempty"` // by a card in the picture
}

// Alignment lays a photo on another of the same site: a point (x, y) of this
// photo, in widths of this photo, falls on
//
//	Scale·(x·cos Angle − y·sin Angle) + DX,  Scale·(x·sin Angle + y·cos Angle) + DY
//
// in widths of the other.
type Alignment struct {
	Onto      ID      `json:"onto"`
	Scale     float64 `json:"scale"` // 0.1 … 10
	Angle     float64 `json:"angle"` // radians
	DX        float64 `json:"dx"`
	DY        float64 `json:"dy"`
	Automatic bool    `json:"automatic,omitempty"` // proposed by the program, not by marks
}

// BlindRating is how a photo was rated without its date.
type BlindRating struct {
	Rating float64 `json:"rating"` // 0 … 10
	On     Day     `json:"on"`     // day of the rating
}

var sha256Hex = regexp.MustCompile(`^[0-9a-f]{64}$`)

// Kind returns KindPhoto.
func (*Photo) Kind() Kind { return KindPhoto }

// Validate wants a hash, a known format, a size within bounds and marks that
// lie on the picture.
func (p *Photo) Validate() error {
	if !sha256Hex.MatchString(p.Hash) {
		return &Error{Code: CodeBadText, Field: "hash"}
	}
	err := first(p.check(),
		checkChoice("format", p.Format, "jpeg", "png", "webp", "heic"),
		checkChoice("colour", p.Colour, "", "srgb", "converted", "unknown"),
		checkRange("width", float64(p.Width), 1, 20_000),
		checkRange("height", float64(p.Height), 1, 20_000),
		checkRange("size of the file", float64(p.Bytes), 1, 60<<20),
		checkTexts("site", p.Site, "light", p.Light),
		p.Area.check("marked area"), p.Control.check("control skin"))
	if p.Card != nil {
		err = first(err, p.Card.check("card"))
	}
	if b, ok := p.Blind.Get(); ok {
		err = first(err, checkRange("blind rating", b.Rating, 0, 10))
	}
	if r, ok := p.Redness.Get(); ok {
		err = first(err, checkRange("redness", r.A, -130, 130), checkRange("spread of the redness", r.Spread, 0, 130),
			checkRange("erythema", r.Erythema, -1000, 1000), checkMaybe("redness above the control skin", r.Over, -260, 260))
	}
	for _, a := range p.Alignments {
		err = first(err, checkRange("scale", a.Scale, 0.1, 10), checkRange("angle", a.Angle, -2*math.Pi, 2*math.Pi),
			checkRange("shift", a.DX, -20, 20), checkRange("shift", a.DY, -20, 20))
	}
	return err
}

func (r *Region) check(field string) error {
	if r == nil {
		return nil
	}
	const slack = 1e-6 // of fractions that were added up
	return first(
		checkRange(field, r.X, 0, 1), checkRange(field, r.Y, 0, 1),
		checkRange(field, r.W, 0, 1-r.X+slack), checkRange(field, r.H, 0, 1-r.Y+slack))
}

// AlignmentOnto returns how the photo lies on the one with the given id.
func (p *Photo) AlignmentOnto(id ID) (Alignment, bool) {
	i := slices.IndexFunc(p.Alignments, func(a Alignment) bool { return a.Onto == id })
	if i < 0 {
		return Alignment{}, false
	}
	return p.Alignments[i], true
}

// SetAlignment replaces the alignment onto a.Onto.
func (p *Photo) SetAlignment(a Alignment) {
	p.DropAlignment(a.Onto)
	p.Alignments = append(p.Alignments, a)
}

// DropAlignment forgets how the photo lies on the one with the given id.
func (p *Photo) DropAlignment(id ID) {
	p.Alignments = slices.DeleteFunc(slices.Clone(p.Alignments), func(a Alignment) bool { return a.Onto == id })
}

// Clone copies the record, not the picture.
func (p *Photo) Clone() Record {
	c := *p
	c.Alignments = slices.Clone(p.Alignments)
	c.Area, c.Control = p.Area.clone(), p.Control.clone()
	if p.Card != nil {
		card := *p.Card
		c.Card = &card
	}
	return &c
}

func (r *Region) clone() *Region {
	if r == nil {
		return nil
	}
	c := *r
	return &c
}

// Title is "Photo".
func (*Photo) Title() string { return "Photo" }

// Detail gives the site.
func (p *Photo) Detail() string { return p.Site }
