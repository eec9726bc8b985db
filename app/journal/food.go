package journal

import (
	"maps"
	"strings"
)

// Food is a food of the person's own, or what the person says about one of the
// catalogue: tags here win over the catalogue's.
type Food struct {
	Meta
	Name     string            `json:"name"`
	Tags     map[string]string `json:"tags,omitempty"`     // tag → yes, partly, no, unknown
	Favoured bool              `json:"favoured,omitempty"` // offered first
}

// Kind returns KindFood.
func (*Food) Kind() Kind { return KindFood }

// Validate wants a name, and tags with one of the four words.
func (f *Food) Validate() error {
	if err := first(f.check(), checkName("food", f.Name)); err != nil {
		return err
	}
	for tag, v := range f.Tags {
		if err := first(checkName("tag", tag), checkChoice("tag "+tag, v, "yes", "partly", "no", "unknown")); err != nil {
			return err
		}
	}
	return nil
}

// Clone copies the food.
func (f *Food) Clone() Record {
	c := *f
	c.Tags = maps.Clone(f.Tags)
	return &c
}

// Title returns the name.
func (f *Food) Title() string { return f.Name }

// Detail lists the tags that apply.
func (f *Food) Detail() string {
	var on []string
	for tag, v := range f.Tags {
		if v == "yes" || v == "partly" {
			on = append(on, tag)
		}
	}
	return strings.Join(sorted(on), ", ")
}
