package figure

// key names what a course draws, in one line above it.
func (c course) key(pal Palette) layer {
	return func(k canvas) {
		base := k.box.Top - cells(pal.Text*0.8)
		mid := base - cells(pal.Text*0.33)
		x, gap, swatch := k.box.Left, cells(pal.Text*1.3), cells(pal.Text*1.6)
		say := func(s string) {
			_, x = k.text(s, x+swatch+cells(pal.Text*0.4), base, pal.Text, false, pal.Ink, left)
			x += gap
		}
		k.line(x, mid, x+swatch, mid, pal.Line, pal.Role(c.Role))
		if c.Join > 0 {
			say(c.Label)
		} else {
			say(c.Label + ", " + c.medianName())
			dot := pal.Role(c.Role)
			if pal.Patterns {
				dot = pal.Muted
			}
			k.dots([][2]int{{x + swatch/2, mid}}, pal.Text*0.14, dot)
			say("one day")
		}
		if c.Second != nil {
			k.line(x, mid, x+swatch, mid, pal.Line*0.75, pal.Role(c.Second.Role), c.dash(pal)...)
			say(c.Second.Label + ", " + c.medianName())
		}
		if trues(c.Flares) > 0 {
			k.fill(x, base-cells(pal.Text*0.75), x+swatch, base+cells(pal.Text*0.05), pal.Flare)
			if pal.Patterns {
				k.line(x, base-cells(pal.Text*0.75), x+swatch, base-cells(pal.Text*0.75), 1.2, pal.Muted)
			}
			say("flare")
		}
	}
}

func (c course) dash(pal Palette) []float64 {
	return []float64{pal.Text * 0.35, pal.Text * 0.25}
}
