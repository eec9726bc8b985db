package insights

import (
	"slices"

	"fyne.io/fyne/v2"

	"skinward/app/series"
	"skinward/ui/kit"
)

// detailHead names what is open, says what was found, and offers what can be
// done with it.
type detailHead struct {
	object  fyne.CanvasObject
	deps    Deps
	name    *kit.Text
	tag     *kit.Tag
	claim   *kit.Text
	small   *kit.Text
	pin     *kit.Chip
	hide    *kit.Chip
	guide   *kit.Chip
	factor  string
	page    Page
	hasPage bool
}

func newDetailHead(deps Deps, on hooks) *detailHead {
	h := &detailHead{deps: deps, name: kit.NewLargeHeading(" "), tag: kit.NewTag(" ", kit.Muted)}
	h.claim, h.small = kit.NewBody(" "), kit.NewCaption(" ")
	h.pin = kit.NewToggleChip("Doctor's page first", kit.Primary, false, func(yes bool) { on.pin(h.factor, yes) })
	h.hide = kit.NewToggleChip("Put aside", kit.Skin, false, func(yes bool) { on.hide(h.factor, yes) })
	h.guide = kit.NewChip("Guide", func() {
		deps.Navigate(kit.Route{Place: kit.PlaceGuide, Topic: h.page.Topic})
	})
	h.object = compact(kit.Column(4,
		kit.TopRow(10, 0, h.name, h.tag), h.claim, h.small, kit.Flow(6, h.pin, h.hide, h.guide)))
	return h
}

// Set shows a row; groups are the food groups that it belongs to.
func (h *detailHead) Set(row Row, w Words, groups []string, pinned, hidden bool) {
	h.factor = row.Finding.Factor
	h.name.SetText(capital(row.Finding.FactorLabel))
	h.tag.Set(row.Grade, gradeRole(row.Finding))
	if w.Claim != "" {
		h.claim.SetSpans(kit.Span{Text: w.Claim, Bold: true}, kit.Span{Text: " " + w.Meaning})
	} else {
		h.claim.SetText(w.Meaning)
	}
	h.small.SetText(w.Small)
	show(w.Small != "", h.small)
	h.pin.SetOn(pinned)
	h.hide.SetOn(hidden)
	h.page, h.hasPage = Page{}, false
	if h.deps.PageOf != nil {
		h.page, h.hasPage = h.deps.PageOf(row.Finding.Factor, row.Finding.Kind, groups)
	}
	show(h.hasPage, h.guide)
	h.guide.SetLabel("Guide: " + h.page.Title)
}

// groupsOf names the food groups that a food belongs to, the narrowest first.
func groupsOf(set series.Set, food string) []string {
	var groups []series.Factor
	for _, f := range set.Factors {
		if f.Kind == series.KindFoodGroup && slices.Contains(f.Members, food) {
			groups = append(groups, f)
		}
	}
	slices.SortStableFunc(groups, func(a, b series.Factor) int { return len(a.Members) - len(b.Members) })
	names := make([]string, len(groups))
	for i, g := range groups {
		names[i] = g.Name
	}
	return names
}

// kitRole is the colour of a factor's kind in the window.
func kitRole(k series.FactorKind) kit.Role {
	switch k {
	case series.KindFood, series.KindFoodGroup, series.KindNutrient:
		return kit.Meals
	case series.KindSupplement, series.KindProbiotic, series.KindTreatment:
		return kit.Probiotics
	case series.KindStress, series.KindSleep, series.KindPractice:
		return kit.Stress
	case series.KindWater:
		return kit.Water
	case series.KindCycle:
		return kit.Hormones
	}
	return kit.Muted
}
