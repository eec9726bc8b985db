package journal

import (
	"slices"
	"strings"
)

// SiteRating is how one place of the body looks.
type SiteRating struct {
	Site   string         `json:"site"`            // name of a Site
	Rating Maybe[float64] `json:"rating,omitzero"` // 0 … 10
}

// Sign is one sign of a condition, rated by the person.
type Sign struct {
	Condition Condition `json:"condition"`
	Name      string    `json:"name"`  // redness, scaling, comedones …
	Level     float64   `json:"level"` // 0 none … 3 strong, or a count up to 500
}

// RegionGrade is the worst lesion in one region, for a regional acne grade by
// the method of Doshi et al. (1997): 0 none, 1 comedone, 2 papule, 3 pustule,
// 4 nodule.
type RegionGrade struct {
	Region string  `json:"region"` // forehead, right cheek, left cheek, nose, chin, chest and upper back
	Lesion float64 `json:"lesion"` // 0 … 4
}

// Palms is an area in the person's own palms, about 1 % of the body each.
type Palms struct {
	Region string  `json:"region"`
	Count  float64 `json:"count"` // 0 … 100
}

// SkinCheck is one look at the skin.
type SkinCheck struct {
	Meta
	Severity Maybe[float64] `json:"severity,omitzero"` // 0 clear … 10 worst ever
	Itch     Maybe[float64] `json:"itch,omitzero"`     // worst of 24 h, 0 … 10
	Spots    Maybe[float64] `json:"lesions,omitzero"`  // inflamed spots, 0 … 1,000
	Impact   Maybe[float64] `json:"impact,omitzero"`   // how much the skin got in the way, 0 … 10
	Sites    []SiteRating   `json:"sites,omitempty"`
	Signs    []Sign         `json:"signs,omitempty"`
	Regions  []RegionGrade  `json:"regions,omitempty"`
	Areas    []Palms        `json:"areas,omitempty"`
}

// Kind returns KindSkinCheck.
func (*SkinCheck) Kind() Kind { return KindSkinCheck }

// Validate wants something recorded and every number in its range.
func (s *SkinCheck) Validate() error {
	if !s.Severity.IsSet() && !s.Itch.IsSet() && !s.Spots.IsSet() && !s.Impact.IsSet() &&
		len(s.Sites)+len(s.Signs)+len(s.Regions)+len(s.Areas) == 0 {
		return &Error{Code: CodeEmpty, Field: "skin"}
	}
	err := first(s.check(),
		checkMaybe("skin", s.Severity, 0, 10),
		checkMaybe("itch", s.Itch, 0, 10),
		checkMaybe("spots", s.Spots, 0, 1000),
		checkMaybe("impact", s.Impact, 0, 10))
	for _, v := range s.Sites {
		err = first(err, checkName("site", v.Site), checkMaybe("rating of "+v.Site, v.Rating, 0, 10))
	}
	for _, v := range s.Signs {
		err = first(err, checkChoice("condition", v.Condition, append(Conditions(), "")...), checkName("sign", v.Name), checkRange(v.Name, v.Level, 0, 500))
	}
	for _, v := range s.Regions {
		err = first(err, checkName("region", v.Region), checkRange("grade of "+v.Region, v.Lesion, 0, 4))
	}
	for _, v := range s.Areas {
		err = first(err, checkName("region", v.Region), checkRange("palms", v.Count, 0, 100))
	}
	return err
}

// Clone copies the check.
func (s *SkinCheck) Clone() Record {
	c := *s
	c.Sites, c.Signs = slices.Clone(s.Sites), slices.Clone(s.Signs)
	c.Regions, c.Areas = slices.Clone(s.Regions), slices.Clone(s.Areas)
	return &c
}

// Title gives severity and itch.
func (s *SkinCheck) Title() string {
	var p []string
	add := func(word string, v Maybe[float64]) {
		if x, ok := v.Get(); ok {
			p = append(p, word+" "+number(x))
		}
	}
	add("skin", s.Severity)
	add("itch", s.Itch)
	add("spots", s.Spots)
	if len(p) == 0 {
		return "Skin"
	}
	t := strings.Join(p, ", ")
	return strings.ToUpper(t[:1]) + t[1:]
}

// Detail lists the sites, the signs and the impact.
func (s *SkinCheck) Detail() string {
	var p []string
	for _, v := range s.Sites {
		n := v.Site
		if x, ok := v.Rating.Get(); ok {
			n += " " + number(x)
		}
		p = append(p, n)
	}
	for _, v := range s.Signs {
		p = append(p, v.Name+" "+number(v.Level))
	}
	if x, ok := s.Impact.Get(); ok {
		p = append(p, "got in the way "+number(x))
	}
	return strings.Join(p, ", ")
}
