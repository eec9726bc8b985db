package photo

import (
	"image"
	"math"

	"skinward/app/journal"
)

// Reflectances of the cards: 18 % grey of photographers, and plain white
// office paper.
const (
	greyReflectance  = 0.18
	whiteReflectance = 0.90
)

// Limits of a usable card: its bytes must be neither burnt out nor sunk in
// noise, and it must be evenly lit.
const (
	cardBrightest = 250
	cardDarkest   = 20
	cardSpread    = 0.05 // standard deviation over mean
)

// Marks are the regions of one photo that a measurement uses.
type Marks struct {
	Area    journal.Region
	Control *journal.Region // unaffected skin; nil without
	Card    *journal.Card   // nil without
}

// MeasureRedness measures the colour of the marked area in a view copy, which
// must hold sRGB (see Colour.Measurable).
//
// The mean is taken in linear light and converted once, because a mean of
// encoded values would depend on contrast. A card corrects each channel as
// c·ρ/c_card. The erythema index is 100·(log10 R − log10 G) of the mean
// reflectances (Diffey, Oliver and Farr 1984; for cameras Yamamoto, Takiwaki,
// Arase and Ohshima 2008, who also say that its values depend on camera,
// distance and light). The difference from control skin in the same photo
// needs no card and takes most of a colour cast out.
//
// Errors are *Error: CodeArea for an area that is outside, under 64 pixels,
// burnt out or black; CodeCard for an unusable card; CodeProfile for colours
// of unknown meaning.
func MeasureRedness(view image.Image, c Colour, m Marks) (journal.Redness, error) {
	if !c.Measurable() {
		return journal.Redness{}, &Error{Code: CodeProfile}
	}
	rgb := RGBA(view)
	gain := [3]float64{1, 1, 1}
	if m.Card != nil {
		var err error
		if gain, err = cardGain(rgb, *m.Card); err != nil {
			return journal.Redness{}, err
		}
	}
	mean, err := meanColour(rgb, m.Area, gain)
	if err != nil {
		return journal.Redness{}, err
	}
	here := toLab(mean[0], mean[1], mean[2])
	out := journal.Redness{
		A: here.A, Spread: spreadA(rgb, m.Area, gain), Corrected: m.Card != nil,
		Erythema: 100 * (math.Log10(mean[0]) - math.Log10(mean[1])),
	}
	if m.Control != nil {
		calm, err := meanColour(rgb, *m.Control, gain)
		if err != nil {
			return journal.Redness{}, err
		}
		out.Over = journal.Some(here.A - toLab(calm[0], calm[1], calm[2]).A)
	}
	return out, nil
}

func meanColour(m *image.RGBA, at journal.Region, gain [3]float64) ([3]float64, error) {
	refuse := func(why string) ([3]float64, error) { return [3]float64{}, &Error{Code: CodeArea, Detail: why} }
	if why := checkRegion(at); why != "" {
		return refuse(why)
	}
	l := gather(m, at)
	switch {
	case l.n < minPixels:
		return refuse("it is too small")
	case l.clipped*20 > l.n:
		return refuse("it is overexposed")
	case l.black*2 > l.n || l.sum[0] == 0 || l.sum[1] == 0 || l.sum[2] == 0:
		return refuse("it is too dark")
	}
	r, g, b := l.mean()
	return [3]float64{r * gain[0], g * gain[1], b * gain[2]}, nil
}

// spreadA is the standard deviation of a* over the pixels of a region.
func spreadA(m *image.RGBA, at journal.Region, gain [3]float64) float64 {
	var n, sum, squares float64
	pixels(m, at, func(q []uint8) {
		a := toLab(float64(linear[q[0]])*gain[0], float64(linear[q[1]])*gain[1], float64(linear[q[2]])*gain[2]).A
		n, sum, squares = n+1, sum+a, squares+a*a
	})
	return math.Sqrt(max(0, squares/n-sum/n*sum/n))
}

// cardGain returns the factor of each channel that gives the card the
// reflectance it has.
func cardGain(m *image.RGBA, card journal.Card) ([3]float64, error) {
	refuse := func(why string) ([3]float64, error) { return [3]float64{}, &Error{Code: CodeCard, Detail: why} }
	if why := checkRegion(card.Region); why != "" {
		return refuse(why)
	}
	l := gather(m, card.Region)
	if l.n < minPixels {
		return refuse("its mark is too small")
	}
	rho := greyReflectance
	if card.White {
		rho = whiteReflectance
	}
	var gain [3]float64
	for c := range 3 {
		mean := l.bytes[c] / float64(l.n)
		sd := math.Sqrt(max(0, l.squares[c]/float64(l.n)-mean*mean))
		switch {
		case mean > cardBrightest:
			return refuse("it is overexposed")
		case mean < cardDarkest:
			return refuse("it is too dark")
		case sd > cardSpread*mean:
			return refuse("it is unevenly lit, or the mark reaches beyond it")
		}
		gain[c] = rho / (l.sum[c] / float64(l.n))
	}
	return gain, nil
}
