package figure

// Places returns where every stop stands in a chart painted by Raster with the
// same size, scale and palette, in the order of Stops; nil when the chart is
// not Ready.
func (f *Figure) Places(wPx, hPx int, scale float64, pal Palette) []Hit {
	if !f.Ready() {
		return nil
	}
	stops := f.Stops()
	place := f.placing(wPx, hPx, scale, pal)
	hits := make([]Hit, len(stops))
	for i, s := range stops {
		hits[i] = place(i, s)
	}
	return hits
}
