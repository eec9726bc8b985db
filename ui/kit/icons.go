package kit

import (
	"bytes"
	"image"
	"image/color"
	"io/fs"
	"sync"

	"github.com/fyne-io/oksvg"
)

// Icons are the program's own flat icons. Each is read once and kept as it was
// drawn, as the toolkit would read it anew for each place and each state. Safe
// for use by several goroutines.
type Icons struct {
	source fs.FS
	mu     sync.Mutex
	read   map[string]*icon
	drawn  map[iconKey]image.Image
}

// icon is one drawing; plain ones are black shapes that take any colour.
type icon struct {
	drawing *oksvg.SvgIcon
	plain   bool
}

type iconKey struct {
	name  string
	w, h  int
	color color.NRGBA
}

// keptIcons is how many drawings are kept; a window with each screen open has
// about two hundred of some kilobytes.
const keptIcons = 1000

// NewIcons returns the icons of a folder of SVG files, "name.svg" each.
func NewIcons(source fs.FS) *Icons {
	return &Icons{source: source, read: map[string]*icon{}, drawn: map[iconKey]image.Image{}}
}

// Read reads all icons, so that showing one does not wait for it.
func (i *Icons) Read() {
	names, _ := fs.Glob(i.source, "*.svg") // only a broken pattern fails
	for _, name := range names {
		i.mu.Lock()
		i.get(name[:len(name)-len(".svg")])
		i.mu.Unlock()
	}
}

// get returns an icon, nil where there is none of that name.
func (i *Icons) get(name string) *icon {
	if known, ok := i.read[name]; ok {
		return known
	}
	var found *icon
	if source, err := fs.ReadFile(i.source, name+".svg"); err == nil {
		if drawing, err := oksvg.ReadIconStream(bytes.NewReader(source), oksvg.IgnoreErrorMode); err == nil {
			found = &icon{drawing: drawing, plain: bytes.Contains(source, []byte("#000000"))}
		}
	}
	i.read[name] = found
	return found
}

// draw returns an icon of w × h device pixels in a colour, an empty picture
// where there is none of that name.
func (i *Icons) draw(name string, w, h int, c color.NRGBA) image.Image {
	i.mu.Lock()
	defer i.mu.Unlock()
	key := iconKey{name, w, h, c}
	if known := i.drawn[key]; known != nil {
		return known
	}
	found := i.get(name)
	if found == nil || w <= 0 || h <= 0 {
		return image.NewNRGBA(image.Rect(0, 0, max(w, 1), max(h, 1)))
	}
	if len(i.drawn) >= keptIcons {
		clear(i.drawn)
	}
	out := rasterized(found.drawing, w, h)
	var picture image.Image
	if found.plain {
		picture = inColor(out, c)
	} else {
		picture = straight(out)
	}
	i.drawn[key] = picture
	return picture
}

// inColor gives black shapes a colour.
func inColor(shapes *image.RGBA, c color.NRGBA) *image.NRGBA {
	out := image.NewNRGBA(shapes.Bounds())
	for p := 0; p < len(shapes.Pix); p += 4 {
		if a := uint32(shapes.Pix[p+3]); a != 0 {
			out.Pix[p], out.Pix[p+1], out.Pix[p+2], out.Pix[p+3] = c.R, c.G, c.B, uint8(a*uint32(c.A)/255)
		}
	}
	return out
}
