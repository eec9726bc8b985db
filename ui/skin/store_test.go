package skin_test

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"math"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"
	"time"

	"skinward/app/journal"
	"skinward/app/photo"
	"skinward/ui/kit"
	"skinward/ui/skin"
	"skinward/ui/uitest"
)

// memory is a journal in memory, with the file copies of its photos.
type memory struct {
	mu      sync.Mutex
	photos  map[journal.ID]*journal.Photo
	views   map[string][]byte
	ratings map[journal.Day]float64
	next    int
	fail    error // of the next write
}

func newMemory() *memory {
	return &memory{photos: map[journal.ID]*journal.Photo{}, views: map[string][]byte{}, ratings: map[journal.Day]float64{}}
}

func (m *memory) All(_ context.Context, kind journal.Kind) (journal.Log, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var out journal.Log
	for _, p := range m.photos {
		if kind == journal.KindPhoto && !p.IsDeleted() {
			out = append(out, p.Clone())
		}
	}
	out.Sort()
	return out, nil
}

func (m *memory) Days(_ context.Context, from, to journal.Day) ([]journal.DayDigest, error) {
	var out []journal.DayDigest
	for d, v := range m.ratings {
		if !d.Before(from) && !d.After(to) {
			out = append(out, journal.DayDigest{Day: d, Entries: 1, Severity: journal.Some(v)})
		}
	}
	return out, nil
}

func (m *memory) PhotoView(_ context.Context, p *journal.Photo) ([]byte, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if b := m.views[p.Hash]; b != nil {
		return b, nil
	}
	return nil, &journal.Error{Code: journal.CodeMissing, Field: "photo"}
}

func (m *memory) PhotoThumb(ctx context.Context, p *journal.Photo) ([]byte, error) {
	view, err := m.PhotoView(ctx, p)
	if err != nil {
		return nil, err
	}
	if b, ok := thumbs.Load(p.Hash); ok {
		return b.([]byte), nil
	}
	b, err := photo.Importer{}.Thumbnail(view)
	thumbs.Store(p.Hash, b)
	return b, err
}

// thumbs keeps what was made for all tests.
var thumbs sync.Map

func (m *memory) Save(_ context.Context, records ...journal.Record) ([]journal.Change, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.fail; err != nil {
		m.fail = nil
		return nil, err
	}
	var changes []journal.Change
	for _, r := range records {
		if err := r.Validate(); err != nil {
			return nil, err
		}
		p := r.Clone().(*journal.Photo)
		var before journal.Record
		if p.ID == "" {
			m.next++
			p.ID = journal.ID(fmt.Sprintf("id-%04d", m.next))
			p.Created = now().Add(time.Duration(m.next) * time.Second)
		} else {
			before = m.photos[p.ID]
		}
		m.photos[p.ID] = p
		changes = append(changes, journal.Change{Before: before, After: p.Clone()})
	}
	return changes, nil
}

func (m *memory) Delete(_ context.Context, records ...journal.Record) ([]journal.Change, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var changes []journal.Change
	for _, r := range records {
		before := m.photos[r.Base().ID]
		after := before.Clone().(*journal.Photo)
		after.Deleted = now()
		m.photos[after.ID] = after
		changes = append(changes, journal.Change{Before: before, After: after})
	}
	return changes, nil
}

func (m *memory) apply(changes []journal.Change) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, c := range changes {
		p := c.After.(*journal.Photo)
		m.photos[p.ID] = p
	}
}

// get returns the one photo of a day.
func (m *memory) get(t *testing.T, day journal.Day) *journal.Photo {
	t.Helper()
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, p := range m.photos {
		if p.Day == day {
			return p
		}
	}
	t.Fatalf("no photo of %s", day)
	return nil
}

func now() time.Time { return time.Date(2026, time.November, 22, 18, 30, 0, 0, time.UTC) }

// tones of skin, from fair to dark.
var tones = []color.RGBA{{230, 186, 160, 255}, {204, 150, 118, 255}, {166, 113, 82, 255}, {118, 76, 55, 255}, {78, 50, 40, 255}}

// cheek paints a place of the body with a sore area; sore is 0 … 1, and lies
// moves the camera.
func cheek(w, h int, tone color.RGBA, sore float64, seed uint64, lies photo.Similarity) []byte {
	rng := rand.New(rand.NewPCG(seed, 3))
	type spot struct{ x, y, r, red, dark float64 }
	spots := []spot{{0.2, 0.15, 0.012, 0, 0.6}, {0.78, 0.55, 0.01, 0, 0.55}} // moles
	for range 70 {
		spots = append(spots, spot{0.15 + 0.55*rng.Float64(), 0.1 + 0.5*rng.Float64(), 0.008 + 0.02*rng.Float64(), 0.1 + 0.28*rng.Float64(), 0.02})
	}
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			p := lies.Apply(photo.Point{X: float64(x) / float64(w), Y: float64(y) / float64(w)})
			light := 1.02 - 0.2*p.X + 0.03*math.Sin(60*p.X+7*math.Sin(21*p.Y))*math.Sin(53*p.Y)
			red := 0.12 * sore * math.Exp(-math.Pow((p.X-0.42)/0.25, 4)-math.Pow((p.Y-0.38)/0.22, 4))
			for _, s := range spots {
				d := math.Hypot(p.X-s.x, p.Y-s.y) / s.r
				if d < 2.5 {
					k := math.Exp(-d * d)
					red += k * s.red * sore
					light -= k * s.dark
				}
			}
			// A jaw line in shadow.
			if d := math.Hypot(p.X-1.35, p.Y-0.2); d < 0.5 {
				light *= 0.72
			}
			grain := float64(rng.IntN(13)) - 6
			v := func(c uint8, k float64) uint8 { return uint8(min(max(float64(c)*light*k+grain, 0), 255)) }
			r, g, b := v(tone.R, 1-0.05*red), v(tone.G, 1-red), v(tone.B, 1-0.8*red)
			if p.X > 0.84 && p.X < 0.98 && p.Y > 0.05 && p.Y < 0.3 { // a grey card at the edge
				r, g, b = uint8(118+grain/3), uint8(118+grain/3), uint8(118+grain/3)
			}
			m.SetRGBA(x, y, color.RGBA{r, g, b, 255})
		}
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, m, &jpeg.Options{Quality: 88}); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// add puts a photo into the journal.
func (m *memory) add(site string, day journal.Day, view []byte, w, h int) *journal.Photo {
	hash := photo.HashBytes(append(view, day.String()...))
	m.views[hash] = view
	p := &journal.Photo{
		Meta: journal.Meta{Day: day, At: day.Midnight(time.UTC).Add(12*time.Hour + 22*time.Minute)},
		Hash: hash, Format: "jpeg", Bytes: int64(len(view)), Width: w, Height: h, Site: site, Colour: "srgb", Light: "window", Flash: journal.No, Located: true,
	}
	changes, err := m.Save(context.Background(), p)
	if err != nil {
		panic(err)
	}
	return changes[0].After.(*journal.Photo)
}

var cheekCopies = sync.OnceValue(func() [][]byte {
	out := make([][]byte, 9)
	for i := range out {
		out[i] = cheek(640, 480, tones[1], 1-0.085*float64(i), 5, cameraOf(i))
	}
	return out
})

// elbowCopies are photos of five people's elbows, from fair to dark.
var elbowCopies = sync.OnceValue(func() [][]byte {
	out := make([][]byte, len(tones))
	for i, tone := range tones {
		out[i] = cheek(400, 300, tone, 0.6, uint64(20+i), photo.Identity)
	}
	return out
})

var foreheadCopy = sync.OnceValue(func() []byte { return cheek(300, 400, tones[3], 0.5, 31, photo.Identity) })

// cameraOf is how the i-th photo of the season lies on the skin.
func cameraOf(i int) photo.Similarity {
	return photo.Similarity{Scale: 1 + 0.005*float64(i%5), Angle: 0.008 * float64(i%3), DX: 0.006 * float64(i%4), DY: -0.008 * float64(i%2)}
}

func day(month time.Month, d int) journal.Day { return journal.NewDay(2026, month, d) }

var courseDays = []journal.Day{day(9, 14), day(9, 21), day(10, 1), day(10, 9), day(10, 18), day(10, 27), day(11, 5), day(11, 13), day(11, 21)}

// season is a journal with nine photos of a cheek and some of other places.
func season(t testing.TB) *memory {
	m := newMemory()
	area, card := journal.Region{X: 0.25, Y: 0.25, W: 0.35, H: 0.45, Oval: true}, journal.Card{Region: journal.Region{X: 0.875, Y: 0.15, W: 0.06, H: 0.15}}
	for i, d := range courseDays {
		p := m.add("left cheek", d, cheekCopies()[i], 640, 480)
		p = p.Clone().(*journal.Photo)
		view, err := photo.Decode(cheekCopies()[i])
		if err != nil {
			t.Fatal(err)
		}
		p.Area, p.Card = &area, &card
		if r, err := photo.MeasureRedness(view, photo.ColourSRGB, photo.Marks{Area: area, Card: &card}); err == nil {
			p.Redness = journal.Some(r)
		}
		if i == 8 {
			p.Note, p.InSummary = "calmer than last week", true
		}
		if _, err := m.Save(context.Background(), p); err != nil {
			t.Fatal(err)
		}
		if i != 3 {
			m.ratings[d] = 7 - 0.4*float64(i)
		}
	}
	for i, copied := range elbowCopies() {
		m.add("left inner elbow", day(8, 3+4*i), copied, 400, 300)
	}
	m.add("forehead", day(7, 2), foreheadCopy(), 300, 400)
	return m
}

// fakeImporter adds what a test says it finds.
type fakeImporter struct {
	m     *memory
	batch photo.Batch
	err   error
	paths []string
	site  string
	day   journal.Day
}

func (f *fakeImporter) Import(_ context.Context, paths []string, site string, day journal.Day, progress func(int, int, string)) (photo.Batch, error) {
	f.paths, f.site, f.day = paths, site, day
	progress(1, 1, "a.jpg")
	return f.batch, f.err
}

// bench is a screen with everything it needs.
type bench struct {
	*uitest.Window
	screen  *skin.Screen
	m       *memory
	imports *fakeImporter
	done    [][]journal.Change
	files   map[string][]byte
	later   []func()
	clip    string
	went    kit.Route
}

func open(t testing.TB, m *memory, setup uitest.Setup, r kit.Route) *bench {
	b := &bench{Window: uitest.New(t, setup), m: m, imports: &fakeImporter{m: m}, files: map[string][]byte{}}
	b.screen = b.newScreen()
	b.Open(b.screen, r)
	return b
}

// newScreen is another screen on the same journal.
func (b *bench) newScreen() *skin.Screen {
	return skin.New(skin.Deps{
		Store: b.m, Importer: b.imports, Run: kit.Inline{}, Dialogs: b.Dialogs, Navigate: func(r kit.Route) { b.went = r },
		Done: func(c ...journal.Change) { b.done = append(b.done, slices.Clone(c)) }, Now: now,
		After: func(d time.Duration, do func()) {
			if d <= kit.OneFrame {
				do()
				return
			}
			b.later = append(b.later, do)
		},
		Write: func(path string, data []byte) error { b.files[path] = data; return nil },
		Paste: func() string { return b.clip },
	})
}

// tick lets the timers that wait fire once.
func (b *bench) tick() {
	due := b.later
	b.later = nil
	for _, do := range due {
		do()
	}
	b.Settle()
}
