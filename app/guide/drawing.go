package guide

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io/fs"
	"regexp"
	"strconv"
	"strings"
)

// fade is the share of a layer's own colour that is left when another way is
// chosen.
const fade = 0.22

var hexColour = regexp.MustCompile(`#[0-9A-Fa-f]{6}\b`)

// ReadNight reads night.csv of the art folder: for each colour of the
// drawings, "#rrggbb" in lower case, the one that stands for it on a dark
// ground. Colours that are not named stay as they are.
func ReadNight(art fs.FS) (map[string]string, error) {
	f, err := art.Open("night.csv")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("night.csv: %w", err)
	}
	out := map[string]string{}
	for i, r := range rows {
		if i == 0 { // light, dark
			continue
		}
		if len(r) != 2 || hexColour.FindString(r[0]) != r[0] || hexColour.FindString(r[1]) != r[1] || r[0] == "" {
			return nil, fmt.Errorf("night.csv: line %d is not two colours #rrggbb", i+1)
		}
		out[strings.ToLower(r[0])] = strings.ToLower(r[1])
	}
	return out, nil
}

// Drawing returns the plate as one SVG in which the layers that do not belong
// to way are faded into the colour behind them; way 0 fades nothing. colours
// replaces colours first (see ReadNight) and may be nil.
//
// Fading mixes each colour instead of making the layer translucent, because
// the renderer applies opacity path by path, which shows every overlap.
func (p *Plate) Drawing(way int, colours map[string]string) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %g %g">`, p.Width, p.Height)
	swap := func(c string) string {
		c = strings.ToLower(c)
		if to, ok := colours[c]; ok {
			return to
		}
		return c
	}
	for _, l := range p.Layers {
		ground := swap(l.Ground)
		faded := !Belongs(l.Ways, way) && ground != ""
		b.Write(hexColour.ReplaceAllFunc(l.Group, func(c []byte) []byte {
			own := swap(string(c))
			if faded {
				own = mixHex(ground, own, fade)
			}
			return []byte(own)
		}))
	}
	b.WriteString("</svg>")
	return b.Bytes()
}

// mixHex returns share of b in a, channel by channel.
func mixHex(a, b string, share float64) string {
	x, errA := strconv.ParseUint(strings.TrimPrefix(a, "#"), 16, 32)
	y, errB := strconv.ParseUint(strings.TrimPrefix(b, "#"), 16, 32)
	if errA != nil || errB != nil {
		return b
	}
	out := uint64(0)
	for shift := 16; shift >= 0; shift -= 8 {
		u, v := float64(x>>shift&0xff), float64(y>>shift&0xff)
		out |= uint64(u+(v-u)*share+0.5) << shift
	}
	return fmt.Sprintf("#%06x", out)
}
