package kit

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"strings"

	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"
)

// drawSVG draws source at w × h device pixels, keeping its proportions. The
// toolkit takes stroke widths and dashes for device pixels; here they scale
// with the picture. recolor maps colours ("#rrggbb", lower case) to others.
func drawSVG(source []byte, w, h int, recolor map[string]string) (*image.NRGBA, error) {
	icon, err := oksvg.ReadIconStream(bytes.NewReader(recolored(source, recolor)), oksvg.IgnoreErrorMode)
	if err != nil {
		return nil, fmt.Errorf("drawing: %w", err)
	}
	_, _, scale := fit(icon.ViewBox.W, icon.ViewBox.H, float64(w), float64(h))
	for i := range icon.SVGPaths {
		icon.SVGPaths[i].LineWidth *= scale
		for j := range icon.SVGPaths[i].Dash {
			icon.SVGPaths[i].Dash[j] *= scale
		}
		icon.SVGPaths[i].DashOffset *= scale
	}
	return straight(rasterized(icon, w, h)), nil
}

// rasterized draws icon in the middle of w × h device pixels.
func rasterized(icon *oksvg.SvgIcon, w, h int) *image.RGBA {
	x, y, scale := fit(icon.ViewBox.W, icon.ViewBox.H, float64(w), float64(h))
	icon.SetTarget(x, y, icon.ViewBox.W*scale, icon.ViewBox.H*scale)
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	icon.Draw(rasterx.NewDasher(w, h, newScanner(out)), 1)
	return out
}

// fit returns where a viewBox lands in a box of w × h.
func fit(boxW, boxH, w, h float64) (x, y, scale float64) {
	if boxW <= 0 || boxH <= 0 {
		return 0, 0, 1
	}
	scale = min(w/boxW, h/boxH)
	return (w - boxW*scale) / 2, (h - boxH*scale) / 2, scale
}

func recolored(source []byte, recolor map[string]string) []byte {
	if len(recolor) == 0 {
		return source
	}
	pairs := make([]string, 0, 4*len(recolor))
	for from, to := range recolor {
		pairs = append(pairs, from, to, strings.ToUpper(from), to)
	}
	return []byte(strings.NewReplacer(pairs...).Replace(string(source)))
}

// straight converts to straight alpha, which the toolkit's painters expect.
func straight(src *image.RGBA) *image.NRGBA {
	out := image.NewNRGBA(src.Bounds())
	for i := 0; i < len(src.Pix); i += 4 {
		a := uint32(src.Pix[i+3])
		if a == 0 {
			continue
		}
		for c := 0; c < 3; c++ {
			out.Pix[i+c] = uint8(min(255, uint32(src.Pix[i+c])*255/a))
		}
		out.Pix[i+3] = uint8(a)
	}
	return out
}

// Hex writes a colour as "#rrggbb", for colour maps of illustrations.
func Hex(c color.NRGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }
