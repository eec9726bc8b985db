package guide

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"skinward/ui/kit"
)

// mark is a numbered disc in the colour of a page.
type mark struct {
	widget.BaseWidget
	number int
	role   kit.Role
	disc   *canvas.Circle
	text   *canvas.Text
	least  float32 // diameter at 100 %
	on     bool    // on the plate: a rim sets it off, and its size is given
	faded  bool
}

func newMark(number int, role kit.Role, diameter float32) *mark {
	m := &mark{number: number, role: role, least: diameter, disc: canvas.NewCircle(color.Transparent), text: canvas.NewText(strconv.Itoa(number), color.Transparent)}
	m.text.TextStyle.Bold = true
	m.ExtendBaseWidget(m)
	return m
}

func (m *mark) paint() {
	m.disc.FillColor, m.text.Color = m.role.Color(), kit.OnPrimary.Color()
	if m.faded {
		m.disc.FillColor, m.text.Color = kit.Raised.Color(), kit.Muted.Color()
	}
	if m.on {
		m.disc.StrokeWidth, m.disc.StrokeColor = 2.5, kit.Surface.Color()
	}
}

// CreateRenderer draws disc and number.
func (m *mark) CreateRenderer() fyne.WidgetRenderer {
	m.paint()
	return &drawn{
		objects: []fyne.CanvasObject{m.disc, m.text},
		layout: func(size fyne.Size) {
			d := min(size.Width, size.Height)
			m.disc.Resize(fyne.NewSquareSize(d))
			m.disc.Move(fyne.NewPos((size.Width-d)/2, (size.Height-d)/2))
			m.text.TextSize = d * 0.52
			t := m.text.MinSize()
			m.text.Resize(t)
			m.text.Move(fyne.NewPos((size.Width-t.Width)/2, (size.Height-t.Height)/2))
		},
		min: func() fyne.Size {
			return fyne.NewSquareSize(m.least * kit.Current().Options().TextScale)
		},
		refresh: m.paint,
		of:      m,
	}
}

// roles maps the colours that pages name to those of the program.
var roles = map[string]kit.Role{
	"skin": kit.Skin, "stress": kit.Stress, "meals": kit.Meals, "probiotics": kit.Probiotics,
	"water": kit.Water, "hormones": kit.Hormones, "primary": kit.Primary,
}

func roleOf(colour string) kit.Role {
	if r, ok := roles[colour]; ok {
		return r
	}
	return kit.Primary
}
