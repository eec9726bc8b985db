package guide

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"skinward/app/guide"
	"skinward/ui/kit"
)

// flow lets small dots travel along the lines of the plate, slowly: one round
// takes a dozen seconds. It stands still when motion is not wanted.
type flow struct {
	plate     *plate
	dots      []flowDot
	animation *fyne.Animation
	running   bool
	at        float32 // share of the round, 0 … 1
}

type flowDot struct {
	line   guide.Flow
	start  float32 // share of the line by which it runs ahead
	circle *canvas.Circle
}

const (
	flowRound = 12 * time.Second
	flowFrame = 0.05 / 12 // share of a round between two frames, 20 a second
	dotsALine = 3
)

func newFlow(p *plate) *flow {
	f := &flow{plate: p}
	for _, line := range p.data.Flows {
		for i := range dotsALine {
			f.dots = append(f.dots, flowDot{line: line, start: float32(i) / dotsALine, circle: canvas.NewCircle(color.Transparent)})
		}
	}
	f.animation = fyne.NewAnimation(flowRound, f.tick)
	f.animation.Curve = fyne.AnimationLinear
	f.animation.RepeatCount = fyne.AnimationRepeatForever
	return f
}

func (f *flow) objects() []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, len(f.dots))
	for i, d := range f.dots {
		out[i] = d.circle
	}
	return out
}

// moves reports whether motion is wanted.
func moves() bool {
	app := fyne.CurrentApp()
	return !kit.Current().Options().ReducedMotion && app != nil && app.Settings().ShowAnimations()
}

// run starts or stops the motion; a screen that is hidden stops it.
func (f *flow) run(shown bool) {
	want := shown && moves()
	if want == f.running {
		return
	}
	f.running = want
	if want {
		f.animation.Start()
	} else {
		f.animation.Stop()
	}
	f.layout()
}

func (f *flow) tick(share float32) {
	if step := share - f.at; step >= 0 && step < flowFrame && share < 1 {
		return
	}
	f.at = share
	f.layout()
}

// follow shows the dots of one way, or of all when it is 0.
func (f *flow) follow(way int) {
	for _, d := range f.dots {
		d.circle.Hidden = way != 0 && d.line.Way != way
	}
}

func (f *flow) layout() {
	_, scale := f.plate.place(0, 0)
	for _, d := range f.dots {
		t := f.at + d.start
		if t > 1 {
			t--
		}
		p := d.line.PointAt(float64(t))
		at, _ := f.plate.place(p.X, p.Y)
		radius := 3.4 * scale
		d.circle.FillColor, d.circle.StrokeColor, d.circle.StrokeWidth = f.colour(d.line.Way), kit.Surface.Color(), 1
		d.circle.Resize(fyne.NewSquareSize(2 * radius))
		d.circle.Move(at.SubtractXY(radius, radius))
	}
}

func (f *flow) colour(way int) color.Color {
	if way >= 1 && way <= len(f.plate.marks) {
		return f.plate.marks[way-1].role.Color()
	}
	return kit.Primary.Color()
}
