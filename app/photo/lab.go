package photo

import "math"

// lab is a colour in CIELAB 1976 under D65 (CIE 15, ISO/CIE 11664-4).
type lab struct{ L, A, B float64 }

// toLab converts linear sRGB light 0 … 1; corrected colours may exceed 1.
func toLab(r, g, b float64) lab {
	m := &sRGBToXYZ
	fx := labF((m[0]*r + m[1]*g + m[2]*b) / 0.95047)
	fy := labF(m[3]*r + m[4]*g + m[5]*b)
	fz := labF((m[6]*r + m[7]*g + m[8]*b) / 1.08883)
	return lab{116*fy - 16, 500 * (fx - fy), 200 * (fy - fz)}
}

func labF(t float64) float64 {
	if t > 216.0/24389 {
		return math.Cbrt(t)
	}
	return (24389.0/27*t + 16) / 116
}

// luminance is the CIE Y of linear sRGB light.
func luminance(r, g, b float64) float64 {
	return sRGBToXYZ[3]*r + sRGBToXYZ[4]*g + sRGBToXYZ[5]*b
}
