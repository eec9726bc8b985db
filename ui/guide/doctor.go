package guide

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"skinward/app/guide"
	"skinward/app/journal"
	"skinward/ui/kit"
)

// doctorPane tells when to see a doctor and keeps the visits.
type doctorPane struct {
	s      *Screen
	object fyne.CanvasObject
	visits *fyne.Container
	reader *reader
	list   []visit
	chosen journal.ID           // the visit whose buttons are shown
	draft  *journal.Appointment // typed but not saved, because the disk refused it
}

func newDoctorPane(s *Screen) *doctorPane {
	d := &doctorPane{s: s, visits: container.NewStack()}
	t := s.deps.Library.Book.Doctor
	d.reader = newReader(d.text(t))
	left := kit.NewPanel(kit.Inset(d.reader, kit.Space4, 14))
	right := kit.NewPanel(kit.Inset(newReader(d.visits), kit.Space4, 14))
	d.object = kit.Columns(18, columnWeights, left, right)
	return d
}

// bandRoles colour the three bands of urgency; the words carry the meaning.
var bandRoles = []kit.Role{kit.Skin, kit.Meals, kit.Water}

// preparing is the section that stands beside the visits.
const preparing = "Prepare a visit"

func (d *doctorPane) text(t *guide.Topic) fyne.CanvasObject {
	parts := append([]fyne.CanvasObject{d.s.told(d.s.picture("doctor", t.Picture, 104), t.Picture)}, d.s.text(t, t.Lead)...)
	parts = append(parts, d.s.text(t, t.Body)...)
	for i, sec := range t.Sections {
		if sec.Title == preparing {
			continue // stands beside the visits
		}
		words := append([]fyne.CanvasObject{kit.NewHeading(sec.Title)}, d.s.text(t, sec.Blocks)...)
		if i < len(bandRoles) {
			parts = append(parts, kit.NewNote(bandRoles[i], kit.Column(5, words...)))
		} else {
			parts = append(parts, gap(kit.Column(5, words...)))
		}
	}
	parts = append(parts, kit.NewRule(), kit.NewText(kit.Span{Text: "Sources", Bold: true, Size: kit.SizeControl}))
	for _, r := range references(d.s.deps.Library.Book, t) {
		parts = append(parts, kit.NewCaption(r))
	}
	return kit.Column(kit.Space2, append(parts, kit.NewCaption(sourceLine(t)))...)
}

// load reads the visits and shows them.
func (d *doctorPane) load() {
	var log journal.Log
	d.s.deps.Run.Run("guide visits", func(ctx context.Context) (err error) {
		log, err = d.s.deps.Store.All(ctx, journal.KindAppointment)
		return err
	}, func(err error) {
		if err != nil {
			d.s.deps.Dialogs.Problem("The visits could not be read. Nothing was changed; open the page again to try once more.")
			return
		}
		dates := kit.CurrentDates()
		d.list = visitsOf(log, d.s.today(), dates.ShortYear, dates.Clock)
		d.show()
	})
}

func (d *doctorPane) show() {
	parts := []fyne.CanvasObject{
		kit.NewLargeHeading("Your visits"),
		kit.NewBody("Note when and whom you see, and up to three questions. The page for the doctor is made from your journal."),
	}
	if len(d.list) > 0 && !d.holds(d.chosen) {
		d.chosen = d.list[0].Record.ID
	}
	for _, v := range d.list {
		parts = append(parts, d.row(v)...)
	}
	if len(d.list) == 0 {
		parts = append(parts, kit.NewCaption("No visit is noted yet."))
	}
	parts = append(parts, kit.Flow(kit.Space2,
		kit.NewPrimaryButton("Plan a visit", func() { d.edit(&journal.Appointment{Meta: journal.Meta{Day: d.s.today().Add(7)}}) }),
		kit.NewButton("Make the summary", func() { d.s.deps.Navigate(kit.Route{Place: kit.PlaceSummary}) })))
	t := d.s.deps.Library.Book.Doctor
	parts = append(parts, kit.NewRule(), kit.NewHeading(preparing))
	parts = append(parts, d.s.text(t, t.Section(preparing))...)
	d.visits.Objects = []fyne.CanvasObject{kit.Column(kit.Space2, parts...)}
	d.visits.Refresh()
}

func (d *doctorPane) holds(id journal.ID) bool {
	for _, v := range d.list {
		if v.Record.ID == id {
			return true
		}
	}
	return false
}

func (d *doctorPane) row(v visit) []fyne.CanvasObject {
	role := kit.Primary
	if v.Past {
		role = kit.Muted
	}
	row := kit.NewListRow("", role, v.Title, v.Detail, func() { d.chosen = v.Record.ID; d.show() })
	row.OnDelete = func() { d.remove(v.Record) }
	open := v.Record.ID == d.chosen
	row.SetSelected(open)
	out := []fyne.CanvasObject{row}
	if !open {
		return out
	}
	var words []fyne.CanvasObject
	for i, q := range v.Record.Questions {
		words = append(words, kit.NewBody(string(rune('1'+i))+". "+q))
	}
	words = append(words, kit.Flow(kit.Space2,
		kit.NewButton("Change", func() { d.edit(v.Record.Clone().(*journal.Appointment)) }),
		kit.NewButton("Save for calendar…", func() { d.export(v.Record) }),
		kit.NewButton("Make the summary for this visit", func() {
			d.s.deps.Navigate(kit.Route{Place: kit.PlaceSummary, Day: v.Record.Day, Record: string(v.Record.ID)})
		}),
		kit.NewQuietButton("Remove", func() { d.remove(v.Record) })))
	return append(out, kit.InsetEdges(kit.Column(5, words...), kit.Space3, 0, 0, kit.Space2))
}

// edit asks for the parts of a visit and saves it.
func (d *doctorPane) edit(a *journal.Appointment) {
	if d.draft != nil && d.draft.ID == a.ID {
		a = d.draft
	}
	form := newVisitForm(a, d.s.today)
	title := "Plan a visit"
	if a.ID != "" {
		title = "Change the visit"
	}
	d.s.deps.Dialogs.Form(title, form.object, "Save", func() error {
		next, err := form.visit(d.s.deps.Now().Location())
		if err != nil {
			return err
		}
		d.save(next)
		return nil
	})
}

func (d *doctorPane) save(a *journal.Appointment) {
	var changes []journal.Change
	d.s.deps.Run.Run("guide save visit", func(ctx context.Context) (err error) {
		changes, err = d.s.deps.Store.Save(context.WithoutCancel(ctx), a)
		return err
	}, func(err error) {
		if err != nil {
			d.draft = a
			d.s.deps.Dialogs.Problem("The visit was not saved. What you typed is kept; open the form again to save it.")
			return
		}
		d.draft = nil
		if len(changes) > 0 {
			d.chosen = changes[0].After.Base().ID
		}
		d.s.deps.Done(changes...)
		d.s.deps.Dialogs.Status("The visit is saved.")
		d.load()
	})
}

func (d *doctorPane) remove(a *journal.Appointment) {
	var changes []journal.Change
	d.s.deps.Run.Run("guide remove visit", func(ctx context.Context) (err error) {
		changes, err = d.s.deps.Store.Delete(ctx, a)
		return err
	}, func(err error) {
		if err != nil {
			d.s.deps.Dialogs.Problem("The visit was not removed; it is still in your journal. Try again.")
			return
		}
		d.s.deps.Done(changes...)
		d.s.deps.Dialogs.Status("The visit is removed. Ctrl+Z brings it back.")
		d.load()
	})
}

// export saves a visit as a file that calendars read.
func (d *doctorPane) export(a *journal.Appointment) {
	d.s.deps.Dialogs.SaveFile("Save for your calendar", calendarName(a), func(path string) {
		if !strings.EqualFold(filepath.Ext(path), ".ics") {
			path += ".ics"
		}
		now := d.s.deps.Now()
		data := calendarOf(a, now)
		d.s.deps.Run.Run("guide calendar", func(context.Context) error { return d.s.deps.Write(path, data) }, func(err error) {
			if err != nil {
				d.s.deps.Dialogs.Problem("The calendar file was not saved: " + err.Error() + ".")
				return
			}
			d.s.deps.Dialogs.Status("Saved " + filepath.Base(path) + ". Open it with your calendar.")
		})
	})
}
