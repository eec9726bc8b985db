package today

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"skinward/app/food"
	"skinward/app/journal"
	"skinward/ui/kit"
)

// mealCard takes meals as typed lines.
type mealCard struct {
	s       *Screen
	object  *kit.Card
	entry   *kit.Entry
	slot    *kit.Picker
	foodAt  map[journal.ID]int // the food of each meal that the keys are for
	chosen  journal.Slot       // "" follows the time of day
	sent    string             // the line that was last given to the store
	offered []Suggestion
	list    *kit.Suggestions
	problem *problem
	again   *fyne.Container
	marks   *fyne.Container
	meals   *fyne.Container
	onward  func()
}

// offered at most, under the entry.
const maxSuggestions = 5

func newMealCard(s *Screen) *mealCard {
	c := &mealCard{s: s, foodAt: map[journal.ID]int{}}
	c.entry = kit.NewEntry("oat porridge, blueberries", c.typed)
	c.entry.Scroll = fyne.ScrollHorizontalOnly // a long line follows its caret
	c.list = kit.NewSuggestions(c.take)
	c.list.Attach(c.entry, c.enter)
	c.list.OnMarked = c.marked
	c.entry.OnGhost = func() { c.take(c.list.Marked()) }
	c.slot = kit.NewPicker("Which meal?", slotWords(), 0, func(i int) { c.chosen = journal.Slots()[i]; c.paintAgain() })
	c.problem = newProblem(func() { c.object.Refresh() })
	c.entry.OnFull = c.problem.say
	c.again, c.marks, c.meals = kit.Column(6), kit.Flow(6), kit.Column(8)
	c.object = kit.NewCard("meals", kit.Meals, "Meals", "Ctrl M", kit.Column(8,
		kit.FillRow(8, 0, c.entry, c.slot), c.list, c.problem.words, c.again, c.marks, c.meals))
	return c
}

func slotWords() []string {
	words := make([]string, 0, 5)
	for _, slot := range journal.Slots() {
		words = append(words, capital(string(slot)))
	}
	return words
}

// at is the slot that a new meal gets.
func (c *mealCard) at() journal.Slot {
	if c.chosen != journal.AnySlot {
		return c.chosen
	}
	return slotFor(c.s.page, c.s.deps.Now())
}

// typed offers completions for the food that is being typed. The best one that
// goes on from what is there is marked, and Return takes it, unless what is
// there is a food already; Up or Escape leaves the word as it is.
func (c *mealCard) typed(text string) {
	c.problem.say(nil)
	c.offered = nil
	word, _ := typedFood(text)
	if len([]rune(word)) >= 2 {
		c.offered = c.s.deps.Foods.Complete(word, c.at(), maxSuggestions)
	}
	items := make([]kit.Suggestion, len(c.offered))
	for i, o := range c.offered {
		items[i] = kit.Suggestion{Label: o.Name, Detail: o.Tags}
		if o.Times > 0 {
			items[i].Caption = times(o.Times)
		}
	}
	c.list.Set(items)
	at := slices.IndexFunc(c.offered, func(o Suggestion) bool { return goesOn(word, o.Name) })
	if at >= 0 && !c.known(word) {
		c.list.Mark(at)
	}
}

// known reports whether a word is a food already: in the catalogue, described
// by the person, or eaten before.
func (c *mealCard) known(word string) bool {
	return c.s.deps.Foods.Knows(word) ||
		slices.ContainsFunc(c.offered, func(o Suggestion) bool { return strings.EqualFold(o.Name, word) })
}

// marked shows how the marked food goes on from what is typed.
func (c *mealCard) marked(i int) {
	rest := ""
	if word, at := typedFood(c.entry.Text); i >= 0 && i < len(c.offered) && goesOn(word, c.offered[i].Name) {
		rest = string([]rune(c.offered[i].Name)[len([]rune(word)):])
		if c.entry.Text[at:] != word { // the blank is typed already
			rest = strings.TrimLeft(rest, " ")
		}
	}
	c.entry.SetGhost(rest)
}

func times(n int) string {
	if n == 1 {
		return "once"
	}
	return fmt.Sprintf("%d times", n)
}

// typedFood is the name of the food that is being typed at the end of a line,
// without its count and portion, and the byte at which it begins; "" between
// two foods.
func typedFood(line string) (name string, at int) {
	foods := line
	if clock, rest, ok := strings.Cut(line, " "); ok && clockWord.MatchString(clock) {
		foods = rest
	}
	items := food.ReadLine(foods)
	trimmed := strings.TrimRight(line, " ")
	if len(items) == 0 || !strings.HasSuffix(trimmed, items[len(items)-1].Food) {
		return "", len(line)
	}
	name = items[len(items)-1].Food
	return name, len(trimmed) - len(name)
}

// goesOn reports whether name begins with what is typed and has more.
func goesOn(typed, name string) bool {
	t, n := []rune(typed), []rune(name)
	return len(t) >= 2 && len(n) > len(t) && strings.EqualFold(string(n[:len(t)]), typed)
}

// take completes the food that is being typed.
func (c *mealCard) take(i int) {
	if i < 0 || i >= len(c.offered) {
		return
	}
	_, at := typedFood(c.entry.Text)
	c.entry.Replace(at, c.offered[i].Name+", ")
	c.list.Set(nil)
	c.s.focusOn(c.entry)
}

// enter makes a meal of what was typed; an empty line goes on.
func (c *mealCard) enter(text string) {
	text = strings.Trim(strings.TrimSpace(text), ",; ")
	if text == "" {
		if c.onward != nil {
			c.onward()
		}
		return
	}
	m, err := c.read(text)
	if err != nil {
		c.problem.say(err)
		return
	}
	c.sent = text
	c.store(m, func() {
		if strings.Trim(strings.TrimSpace(c.entry.Text), ",; ") == text {
			c.entry.SetText("")
		}
		c.list.Set(nil)
	})
}

// leave keeps what stands in the line when the program ends, as it was typed,
// an impossible time of day included.
func (c *mealCard) leave() {
	text := strings.Trim(strings.TrimSpace(c.entry.Text), ",; ")
	if text == "" || c.s.save.pending() && text == c.sent {
		return
	}
	m, err := c.read(text)
	if err != nil {
		m = c.meal(c.s.deps.Foods.Read(text))
	}
	c.store(m, func() { c.entry.SetText("") })
}

// read makes a meal of a typed line, which may begin with its time of day.
func (c *mealCard) read(text string) (*journal.Meal, error) {
	clock, rest, _ := strings.Cut(text, " ")
	if rest = strings.TrimSpace(rest); rest == "" || !clockWord.MatchString(clock) {
		return c.meal(c.s.deps.Foods.Read(text)), nil
	}
	m := c.meal(c.s.deps.Foods.Read(rest))
	at, err := readClock(clock, c.s.page.day, time.Time{}, c.s.deps.Now().Location(), c.s.page.settings.DayEnd())
	if err != nil {
		return nil, err
	}
	if m.At = at; c.chosen == journal.AnySlot {
		m.Slot = slotAt(at)
	}
	return m, nil
}

// clockWord is a word that is meant as a time of day, possible or not.
var clockWord = regexp.MustCompile(`^\d{1,2}:\d{2}$`)

// meal is a new meal of the day shown, at the slot that is chosen or likely.
func (c *mealCard) meal(items []journal.MealItem) *journal.Meal {
	m := &journal.Meal{Meta: c.s.page.fresh(c.s.deps.Now()), Slot: c.at(), Items: slices.Clone(items)}
	switch m.Slot {
	case slotAt(c.s.deps.Now()), journal.Snack, journal.Drink:
	default:
		m.At = time.Time{} // a breakfast written down at night: its hour is not known
	}
	return m
}

// store keeps a meal; what was typed stays until it is kept.
func (c *mealCard) store(m *journal.Meal, kept func()) {
	if err := m.Validate(); err != nil {
		c.problem.say(err)
		return
	}
	c.s.save.put(func(err error) {
		if err != nil {
			c.problem.say(err)
			return
		}
		c.chosen = journal.AnySlot
		kept()
	}, m)
}

func (c *mealCard) paint() {
	c.slot.SetChosen(max(0, slices.Index(journal.Slots(), c.at())))
	c.paintAgain()
	c.paintMarks()
	c.paintMeals()
}

// paintMeals lists the meals of the day with their tags and what they hold.
func (c *mealCard) paintMeals() {
	var rows []fyne.CanvasObject
	var items []journal.MealItem
	for i, m := range of[*journal.Meal](c.s.page) {
		if i == 0 {
			rows = append(rows, kit.NewRule())
		}
		rows = append(rows, c.row(m))
		items = append(items, m.Items...)
	}
	if words := c.s.deps.Foods.Estimate(items); words != "" {
		rows = append(rows, kit.NewCaption(words))
	}
	c.s.refill(c.meals, rows)
}

// paintMarks shows what is true of the whole day.
func (c *mealCard) paintMarks() {
	mark := c.mark()
	c.s.refill(c.marks, []fyne.CanvasObject{
		kit.NewToggleChip("Complete", kit.Meals, mark.MealsComplete == journal.Yes, func(on bool) {
			c.setMark(func(m *journal.DayMark) { m.MealsComplete = journal.StateOf(on) })
		}),
		kit.NewToggleChip("Nothing eaten", kit.Meals, mark.NoFood, func(on bool) {
			c.setMark(func(m *journal.DayMark) { m.NoFood = on })
		}),
		kit.NewToggleChip("Ordinary day", kit.Meals, mark.Ordinary, c.ordinary),
	})
}

// ordinary marks the day as one with nothing special, all meals being in, so
// that there are days to compare with.
func (c *mealCard) ordinary(on bool) {
	if m := c.mark(); on && m.Ordinary && m.MealsComplete == journal.Yes {
		return // the key was pressed again
	}
	c.setMark(func(m *journal.DayMark) {
		m.Ordinary = on
		if on {
			m.MealsComplete = journal.Yes
		}
	})
}

func (c *mealCard) mark() *journal.DayMark {
	if m, ok := last[*journal.DayMark](c.s.page, nil); ok {
		return m.Clone().(*journal.DayMark)
	}
	m := &journal.DayMark{Meta: c.s.page.fresh(c.s.deps.Now())}
	m.At = time.Time{} // it is about the whole day
	return m
}

func (c *mealCard) setMark(do func(*journal.DayMark)) {
	m := c.mark()
	do(m)
	if m.MealsComplete != journal.Yes && !m.NoFood && !m.Ordinary {
		c.s.drop(c.problem, m)
		return
	}
	c.s.keep(c.problem, m)
}

// row is one meal with its foods and their tags.
func (c *mealCard) row(m *journal.Meal) fyne.CanvasObject {
	when := ""
	if !m.At.IsZero() {
		when = kit.CurrentDates().Clock(m.At)
	}
	line := kit.NewListRow(when, kit.Meals, m.Title(), short(m.Note), func() { c.s.edit(m) })
	line.OnDelete = func() { c.s.drop(c.problem, m) }
	var tags []fyne.CanvasObject
	var seen []string
	for _, food := range m.Foods() {
		for _, t := range c.s.deps.Foods.Tags(food) {
			if !slices.Contains(seen, t) {
				seen = append(seen, t)
				tags = append(tags, kit.NewTag(t, kit.Meals))
			}
		}
	}
	below := kit.Column(5, c.foods(m))
	if len(tags) > 0 {
		below.Add(kit.FlowOne(6, tags...))
	}
	return kit.Column(2, line, kit.InsetEdges(below, line.Indent(), 0, 0, 0))
}
