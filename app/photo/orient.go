package photo

// Orientation is the EXIF orientation tag: how stored pixels must be turned to
// stand upright (EXIF 2.32, tag 0x0112).
type Orientation int

// The eight orientations, named after what makes the stored picture upright.
const (
	Upright Orientation = 1 + iota
	FlipHorizontal
	Rotate180
	FlipVertical
	Transpose  // mirrored on the main diagonal
	Rotate90   // clockwise
	Transverse // mirrored on the other diagonal
	Rotate270  // clockwise
)

// Swaps reports whether width and height change places.
func (o Orientation) Swaps() bool { return o >= Transpose && o <= Rotate270 }

// source returns where in a stored picture of w × h the upright pixel (x, y)
// comes from, as the start offset and the steps along an upright row and
// column, in units of a stored column (sx) and row (sy).
func (o Orientation) source(w, h int) (x0, y0, dxx, dxy, dyx, dyy int) {
	switch o {
	case FlipHorizontal:
		return w - 1, 0, -1, 0, 0, 1
	case Rotate180:
		return w - 1, h - 1, -1, 0, 0, -1
	case FlipVertical:
		return 0, h - 1, 1, 0, 0, -1
	case Transpose:
		return 0, 0, 0, 1, 1, 0
	case Rotate90:
		return 0, h - 1, 0, -1, 1, 0
	case Transverse:
		return w - 1, h - 1, 0, -1, -1, 0
	case Rotate270:
		return w - 1, 0, 0, 1, -1, 0
	}
	return 0, 0, 1, 0, 0, 1
}

// turn returns the plane as orientation o makes it stand upright.
func (p plane) turn(o Orientation) plane {
	if o <= Upright || o > Rotate270 {
		return p
	}
	out := newPlane(p.w, p.h)
	if o.Swaps() {
		out = newPlane(p.h, p.w)
	}
	x0, y0, dxx, dxy, dyx, dyy := o.source(p.w, p.h)
	step := dxx + dxy*p.stride
	for y := range out.h {
		from := (y0+y*dyy)*p.stride + x0 + y*dyx
		row := out.row(y)
		for x := range row {
			row[x] = p.pix[from]
			from += step
		}
	}
	return out
}
