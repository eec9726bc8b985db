package kit

import (
	"time"

	"fyne.io/fyne/v2"
)

// OneFrame is a little more than the toolkit waits between two frames: what is
// done after it finds on screen what was shown before.
const OneFrame = 17 * time.Millisecond

// AfterDo runs do on the drawing thread after d.
func AfterDo(d time.Duration, do func()) { time.AfterFunc(d, func() { fyne.Do(do) }) }

// AtOnce stands for AfterDo where nobody waits for frames: what waits for one is
// done at once, what waits longer is not done.
func AtOnce(d time.Duration, do func()) {
	if d <= OneFrame {
		do()
	}
}
