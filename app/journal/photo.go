package journal

import "regexp"

// Photo is one picture of the skin. Its original lies beside the database
// under its hash and is never changed.
type Photo struct {
	Meta
	Hash      string `json:"hash"`            // SHA-256 of the original, 64 hexadecimal digits
	Format    string `json:"format"`          // jpeg, png, webp, heic
	Bytes     int64  `json:"bytes"`           // size of the original
	Width     int    `json:"width"`           // pixels, upright
	Height    int    `json:"height"`          // pixels, upright
	Site      string `json:"site,omitempty"`  // name of a Site
	Light     string `json:"light,omitempty"` // window, lamp, flash …
	Intimate  bool   `json:"intimate,omitempty"`
	InSummary bool   `json:"in_summary,omitempty"` // ticked for the doctor's page
}

var sha256Hex = regexp.MustCompile(`^[0-9a-f]{64}$`)

// Kind returns KindPhoto.
func (*Photo) Kind() Kind { return KindPhoto }

// Validate wants a hash, a known format and a size within bounds.
func (p *Photo) Validate() error {
	if !sha256Hex.MatchString(p.Hash) {
		return &Error{Code: CodeBadText, Field: "hash"}
	}
	return first(p.check(),
		checkChoice("format", p.Format, "jpeg", "png", "webp", "heic"),
		checkRange("width", float64(p.Width), 1, 20_000),
		checkRange("height", float64(p.Height), 1, 20_000),
		checkRange("size of the file", float64(p.Bytes), 1, 60<<20),
		checkTexts("site", p.Site, "light", p.Light))
}

// Clone copies the record, not the picture.
func (p *Photo) Clone() Record { c := *p; return &c }

// Title is "Photo".
func (*Photo) Title() string { return "Photo" }

// Detail gives the site.
func (p *Photo) Detail() string { return p.Site }
