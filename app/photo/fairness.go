package photo

import (
	"fmt"
	"image"
	"math"

	"skinward/app/journal"
)

// Grade says whether two photos may be compared.
type Grade int

// The grades, from good to bad.
const (
	Fair Grade = iota
	Careful
	NotComparable
)

// The rules of the fairness badge. A value up to the first limit is fair, up
// to the second asks for care, beyond it the pair is not comparable.
const (
	sharpLeast = 0.05 // sharpness of either photo; below it the photo is blurred
	sharpShare = 0.4  // of the sharper photo's sharpness; below it care is asked for

	lightCareful, lightUnfair = 1.25, 2.0 // ratio of mean luminance, either way
	castCareful, castUnfair   = 5.0, 12.0 // distance in CIELAB, see Compare
	scaleCareful, scaleUnfair = 1.25, 2.0 // ratio of distance, either way
	turnCareful               = 25.0      // degrees
	clippedCareful            = 0.05      // share of burnt-out pixels
)

// Quality is what one photo says about its own light and focus.
type Quality struct {
	Sharp   float64 // fine detail over coarse, 0 none … above 0.1 in a crisp photo, see Judge
	Whole   Light   // of the whole picture
	Card    Light   // of a grey card in this picture, when HasCard
	HasCard bool    // a usable card, grey or white, is marked
	Clipped float64 // share of burnt-out pixels, 0 … 1
	Colour  Colour
}

// Light is how bright and of which colour something is.
type Light struct {
	Y    float64 // CIE luminance, 0 black … 1 white
	A, B float64 // CIELAB a*, b*
}

func lightOf(r, g, b float64) Light {
	c := toLab(r, g, b)
	return Light{luminance(r, g, b), c.A, c.B}
}

// Judge measures a view copy. Sharpness compares the detail of two or three
// pixels with the detail of four to sixteen in a copy 640 pixels wide, so that
// neither brightness nor contrast nor the tone of the skin counts; the steps of
// an 8-bit picture and what grain can have left are taken off. A card that
// cannot be used (see MeasureRedness) counts as none.
func Judge(view image.Image, c Colour, card *journal.Card) Quality {
	rgb := RGBA(view)
	all := gather(everyThirdRow(rgb), whole)
	q := Quality{Colour: c}
	if all.n == 0 {
		return q
	}
	q.Clipped = float64(all.clipped) / float64(all.n)
	q.Whole = lightOf(all.mean())
	if card != nil {
		if gain, err := cardGain(rgb, *card); err == nil {
			// What a grey card would look like in this light, whichever card it is.
			q.Card, q.HasCard = lightOf(greyReflectance/gain[0], greyReflectance/gain[1], greyReflectance/gain[2]), true
		}
	}
	q.Sharp = sharpness(rgb)
	return q
}

// Cause names what makes a pair less than fair.
type Cause string

// The causes, each with the meaning of its Amount.
const (
	CauseBlurred   Cause = "blurred"    // sharpness of the worse photo
	CauseLessSharp Cause = "less sharp" // sharpness of the worse photo over that of the better
	CauseDarker    Cause = "darker"     // luminance of the second over that of the first
	CauseBrighter  Cause = "brighter"   // the same
	CauseWarmer    Cause = "warmer"     // distance of the colour casts in CIELAB
	CauseCooler    Cause = "cooler"
	CauseRedder    Cause = "redder"
	CauseGreener   Cause = "greener"
	CauseFurther   Cause = "further away" // factor by which the second must be enlarged
	CauseNearer    Cause = "nearer"       // factor by which the second must be reduced
	CauseTurned    Cause = "turned"       // degrees
	CauseBurntOut  Cause = "overexposed"  // share of burnt-out pixels
	CauseColours   Cause = "colours"      // colours of unknown meaning
)

// Reason is one cause with its weight.
type Reason struct {
	Cause  Cause
	Grade  Grade
	Amount float64
}

// Fairness is the verdict on a pair, the gravest reason first.
type Fairness struct {
	Grade   Grade
	Reasons []Reason
	// Aligned tells whether distance and turn were judged too; they are known
	// only once the photos lie on each other.
	Aligned bool
}

// Compare judges the second photo beside the first. s is how the second lies
// on the first; nil leaves distance and turn unjudged. The colour cast is the
// distance in a*, b* of the cards when both photos have one, else of the mean
// colours; then a* counts half, because redder skin is what the pair is to show.
func Compare(first, second Quality, s *Similarity) Fairness {
	out := Fairness{Aligned: s != nil}
	add := func(c Cause, g Grade, amount float64) {
		if g == Fair {
			return
		}
		out.Reasons = append(out.Reasons, Reason{c, g, amount})
		out.Grade = max(out.Grade, g)
	}
	if !first.Colour.Measurable() || !second.Colour.Measurable() {
		add(CauseColours, NotComparable, 1)
	}
	least, most := min(first.Sharp, second.Sharp), max(first.Sharp, second.Sharp)
	switch {
	case least < sharpLeast:
		add(CauseBlurred, NotComparable, least)
	case least < sharpShare*most:
		add(CauseLessSharp, Careful, least/most)
	}
	a, b := first.Whole, second.Whole
	byCard := first.HasCard && second.HasCard
	if byCard {
		a, b = first.Card, second.Card
	}
	ratio := (b.Y + 1e-4) / (a.Y + 1e-4)
	add(either(ratio < 1, CauseDarker, CauseBrighter), limits(math.Max(ratio, 1/ratio), lightCareful, lightUnfair), ratio)
	da, db := b.A-a.A, b.B-a.B
	if !byCard {
		da /= 2
	}
	cast := either(db > 0, CauseWarmer, CauseCooler)
	if math.Abs(da) > math.Abs(db) {
		cast = either(da > 0, CauseRedder, CauseGreener)
	}
	add(cast, limits(math.Hypot(da, db), castCareful, castUnfair), math.Hypot(da, db))
	if s != nil {
		k := math.Max(s.Scale, 1/s.Scale)
		add(either(s.Scale > 1, CauseFurther, CauseNearer), limits(k, scaleCareful, scaleUnfair), k)
		if turn := math.Abs(s.Angle) * 180 / math.Pi; turn > turnCareful {
			add(CauseTurned, Careful, turn)
		}
	}
	if c := max(first.Clipped, second.Clipped); c > clippedCareful {
		add(CauseBurntOut, Careful, c)
	}
	sortReasons(out.Reasons)
	return out
}

func either(yes bool, a, b Cause) Cause {
	if yes {
		return a
	}
	return b
}

func limits(v, careful, unfair float64) Grade {
	switch {
	case v > unfair:
		return NotComparable
	case v > careful:
		return Careful
	}
	return Fair
}

// sortReasons puts the gravest first and keeps the order of judging otherwise.
func sortReasons(r []Reason) {
	for i := 1; i < len(r); i++ {
		for j := i; j > 0 && r[j].Grade > r[j-1].Grade; j-- {
			r[j], r[j-1] = r[j-1], r[j]
		}
	}
}

// String is the text of the badge: "fair pair", "careful: darker by a third",
// "not comparable: blurred". Only the gravest reason is named.
func (f Fairness) String() string {
	if len(f.Reasons) == 0 {
		return "fair pair"
	}
	word := "careful: "
	if f.Grade == NotComparable {
		word = "not comparable: "
	}
	return word + f.Reasons[0].String()
}

// String says the cause in words, of the second photo beside the first.
func (r Reason) String() string {
	switch r.Cause {
	case CauseDarker:
		return "darker by " + share(1-r.Amount)
	case CauseBrighter:
		return "brighter by " + share(r.Amount-1)
	case CauseWarmer, CauseCooler, CauseRedder, CauseGreener:
		return string(r.Cause) + " light"
	case CauseFurther, CauseNearer:
		return "taken from " + string(r.Cause)
	case CauseTurned:
		return fmt.Sprintf("turned by %.0f°", r.Amount)
	case CauseColours:
		return "colours not understood"
	}
	return string(r.Cause)
}

// share says a part of a whole in the words one would use.
func share(v float64) string {
	for _, s := range []struct {
		upTo float64
		word string
	}{{0.22, "a fifth"}, {0.29, "a quarter"}, {0.42, "a third"}, {0.58, "half"}, {0.7, "two thirds"}, {0.85, "three quarters"}} {
		if v <= s.upTo {
			return s.word
		}
	}
	if v < 1 {
		return "nearly all"
	}
	return fmt.Sprintf("a factor of %.1f", v+1)
}
