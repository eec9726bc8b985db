package ink

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"
)

// SVG returns the drawing as an SVG 1.1 document with its text as text. title
// is read aloud by screen readers.
func SVG(d *Drawing, title string, ground Color) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="%s" height="%s" viewBox="0 0 %s %s" role="img" font-family="DejaVu Sans Condensed, DejaVu Sans, Noto Sans, sans-serif">`+"\n",
		num(d.W), num(d.H), num(d.W), num(d.H))
	b.WriteString("<title>")
	xml.EscapeText(&b, []byte(title))
	b.WriteString("</title>\n")
	fmt.Fprintf(&b, `<rect width="%s" height="%s"%s/>`+"\n", num(d.W), num(d.H), paint("fill", ground))
	for _, op := range d.Ops {
		switch op := op.(type) {
		case Shape:
			svgShape(&b, op)
		case Text:
			svgText(&b, op)
		case Photo:
			clean, ok := Stripped(op.JPEG)
			if !ok {
				continue
			}
			fmt.Fprintf(&b, `<image x="%s" y="%s" width="%s" height="%s" preserveAspectRatio="none" xlink:href="data:image/jpeg;base64,%s"/>`+"\n",
				num(op.Frame.X), num(op.Frame.Y), num(op.Frame.W), num(op.Frame.H), base64.StdEncoding.EncodeToString(clean))
		}
	}
	b.WriteString("</svg>\n")
	return b.Bytes()
}

func svgShape(b *bytes.Buffer, s Shape) {
	var d strings.Builder
	s.Path.walk(func(v Verb, q []Point) {
		d.WriteByte("MLCZ"[v])
		for i, p := range q {
			if i > 0 {
				d.WriteByte(' ')
			}
			d.WriteString(num(p.X) + " " + num(p.Y))
		}
	})
	if d.Len() == 0 {
		return
	}
	fmt.Fprintf(b, `<path d="%s"%s`, d.String(), paint("fill", s.Fill))
	if s.Stroke.A > 0 && s.Width > 0 {
		fmt.Fprintf(b, `%s stroke-width="%s" stroke-linejoin="round"`, paint("stroke", s.Stroke), num(s.Width))
		if len(s.Dash) > 0 {
			var on []string
			for _, v := range s.Dash {
				on = append(on, num(v))
			}
			fmt.Fprintf(b, ` stroke-dasharray="%s"`, strings.Join(on, " "))
		}
	}
	b.WriteString("/>\n")
}

func svgText(b *bytes.Buffer, t Text) {
	fmt.Fprintf(b, `<text x="%s" y="%s" font-size="%s"`, num(t.X), num(t.Y), num(t.Size))
	if t.Bold {
		b.WriteString(` font-weight="bold"`)
	}
	b.WriteString(paint("fill", t.Color) + ` xml:space="preserve">`)
	xml.EscapeText(b, []byte(t.Body))
	b.WriteString("</text>\n")
}

func paint(what string, c Color) string {
	if c.A == 0 {
		return fmt.Sprintf(` %s="none"`, what)
	}
	s := fmt.Sprintf(` %s="#%02x%02x%02x"`, what, c.R, c.G, c.B)
	if c.A < 255 {
		s += fmt.Sprintf(` %s-opacity="%s"`, what, num(float64(c.A)/255))
	}
	return s
}

// num writes a length to a hundredth.
func num(v float64) string {
	s := strconv.FormatFloat(v, 'f', 2, 64)
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	if s == "-0" || s == "" {
		return "0"
	}
	return s
}
