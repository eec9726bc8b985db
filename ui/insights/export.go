package insights

import (
	"bytes"
	"encoding/csv"
	"image/png"
	"path/filepath"
	"strings"

	"skinward/app/figure"
	"skinward/ui/kit"
)

func base(path string) string { return filepath.Base(path) }

// encode writes a figure in the form that the file's ending names.
func encode(fig *figure.Figure, path string) ([]byte, error) {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".csv":
		return table(fig), nil
	case ".png":
		pal := figure.Light()
		pal.Font = kit.ChartLetters()
		img, err := fig.Raster(1400, 700, 2, pal)
		if err != nil {
			return nil, err
		}
		var b bytes.Buffer
		err = png.Encode(&b, img)
		return b.Bytes(), err
	}
	return fig.SVG(900, 450, figure.Light())
}

// table is the chart's numbers as CSV.
func table(fig *figure.Figure) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	_ = w.WriteAll(fig.Numbers()) // a buffer takes everything
	return b.Bytes()
}
