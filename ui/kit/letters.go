package kit

import "fyne.io/fyne/v2"

// LoadLetters reads the letters of text and of headings, which takes some forty
// milliseconds. The toolkit keeps them without a lock: this may run beside the
// drawing thread only as long as that measures and paints no text.
func LoadLetters() {
	for _, bold := range []bool{false, true} {
		fyne.MeasureText("a", textSize(SizeBody), fyne.TextStyle{Bold: bold})
	}
}
