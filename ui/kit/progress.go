package kit

import (
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// ProgressBar shows how much of a piece of work is done, 0 … 1.
type ProgressBar struct {
	widget.BaseWidget
	value       float64
	reported    atomic.Int64 // percent last reported by work
	track, done *canvas.Rectangle
}

// NewProgressBar returns an empty bar.
func NewProgressBar() *ProgressBar {
	p := &ProgressBar{track: canvas.NewRectangle(transparent), done: canvas.NewRectangle(transparent)}
	p.track.CornerRadius, p.done.CornerRadius = 4, 4
	p.ExtendBaseWidget(p)
	return p
}

// SetValue shows a share from 0 to 1.
func (p *ProgressBar) SetValue(v float64) {
	p.value = min(max(v, 0), 1)
	p.Refresh()
}

// CreateRenderer draws track and bar.
func (p *ProgressBar) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		objects: []fyne.CanvasObject{p.track, p.done},
		layout: func(size fyne.Size) {
			place(p.track, 0, 0, size.Width, size.Height)
			place(p.done, 0, 0, max(8, size.Width*float32(p.value)), size.Height)
		},
		min:     func() fyne.Size { return fyne.NewSize(80, 8) },
		refresh: func() { p.track.FillColor, p.done.FillColor = Raised.Color(), Primary.Color() },
		of:      p,
	}
}

// Progress is a bar over the window while long work is under way. Report may
// be called from the work itself.
type Progress struct {
	bar   *ProgressBar
	text  *Text
	close func()
	last  atomic.Int64 // when the bar was last drawn, Unix milliseconds
}

// progressDelay is how long work goes on before its bar is shown, so that
// short work does not flash.
const progressDelay = 200 * time.Millisecond

// Progress opens a bar; its Cancel button calls cancel and closes it.
func (d *WindowDialogs) Progress(title string, cancel func()) *Progress {
	p := &Progress{bar: NewProgressBar(), text: NewCaption("")}
	var m *modal
	over := false
	p.close = func() {
		over = true
		m.hide()
	}
	var buttons fyne.CanvasObject = NewCaption("")
	var first fyne.Focusable
	if cancel != nil {
		b := NewButton("Cancel", func() { p.close(); cancel() })
		buttons, first = buttonsRow(b), b
	}
	m = newModal(d.window.Canvas(), title, 440, Column(Space2, p.bar, p.text), buttons)
	if cancel != nil {
		m.onEsc = func() { p.close(); cancel() }
	}
	if d.toast.after == nil {
		m.show(first)
		return p
	}
	d.toast.after(progressDelay, func() {
		if !over {
			m.show(first)
		}
	})
	return p
}

// Report shows that done of total steps are finished, with words (may be "").
// It may be called from any goroutine and draws at most 20 times a second.
func (p *Progress) Report(done, total int, words string) {
	now := time.Now().UnixMilli()
	if last := p.last.Load(); now-last < 50 && done < total || !p.last.CompareAndSwap(p.last.Load(), now) {
		return
	}
	fyne.Do(func() {
		if total > 0 {
			p.bar.SetValue(float64(done) / float64(total))
		}
		p.text.SetText(words)
	})
}

// Done closes the bar. Call it on the drawing thread.
func (p *Progress) Done() { p.close() }

// Report is SetValue for work off the drawing thread: it may be called from
// any goroutine, and only whole percents are drawn.
func (p *ProgressBar) Report(v float64) {
	percent := int64(v * 100)
	if p.reported.Swap(percent) == percent {
		return
	}
	fyne.Do(func() { p.SetValue(v) })
}
