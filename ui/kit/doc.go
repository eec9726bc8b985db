// Package kit holds what every screen is built from. A screen never draws with
// raw toolkit widgets where the kit has one, never names a colour, never
// starts a goroutine. The kit knows no store, no chart library and no screen.
//
// # Contract of a screen
//
//   - Screen, Route, Place: what the shell calls; optional DayStepper,
//     DayPicker, Printer, Searcher, Dropper, Leaver.
//   - Runner (Background, Inline): slow work, then back on the drawing thread.
//   - Dialogs (NewDialogs): Confirm, Tell, Form, Panel, OpenFile, SaveFile,
//     OpenFolder, Status, StatusUndo, Problem, Progress.
//   - Header(title, right…): a page's head line; Page(head, body): its margins.
//
// # Look
//
//   - Role colours: Ground, Surface, Raised, Line, Ink, Muted, OnInk, Primary,
//     OnPrimary, Skin, Stress, Meals, Probiotics, Water, Hormones; Role.Color,
//     Role.Tint, Role.In(dark); Severity(0 … 10), OnSeverity.
//   - Theme (NewTheme, Current), Options, Dates (CurrentDates): day and time in
//     words, read and written.
//   - Focus(object): gives it the keyboard, also before it was painted.
//   - Icon (NewIcon, NewIconSized): names are the files of assets/icons.
//
// # Text
//
//   - NewTitle, NewLargeHeading, NewHeading, NewBody, NewCaption, NewText(Span…):
//     wrapping; OneLine, Ellipsis, Align.
//
// # Layout (Tab order is the order of the arguments)
//
//   - Column, FillColumn, Row, FillRow, TopRow, Flow, Columns, Inset,
//     InsetEdges, Fixed, Center, Middle, MaxWidth, Labelled, FillRowHigh, AtFoot, NewScroll, NewRule.
//
// # Surfaces
//
//   - NewCard, NewCardWith, NewPanel, NewNote (tinted), NewGround.
//
// # Controls
//
//   - Button: NewButton, NewPrimaryButton, NewQuietButton, NewIconButton.
//   - Chip: NewChip, NewToggleChip, NewChoiceChip, NewRemovableChip; ChoiceChips.
//   - Tag, Segmented, Scale (NewScale, NewSeverityScale), CheckRow (three
//     states) and NewCheck (two), Entry, NewNoteEntry, NewNumberEntry,
//     Suggestions, Field (label, control, problem below), DayField, PickDay,
//     Stepper, MonthGrid, WeekStrip, ListRow; one of many: Segmented, ChoiceChips, Picker.
//   - Toast, ProgressBar, Progress, NewEmptyState.
//
// # Pictures
//
//   - Illustration: an SVG drawn crisp, recoloured for dark, with regions.
//   - ChartView: a chart at the device's own pixels with a hairline.
//   - Pictures (LRU cache), Thumbnail.
//
// # Workarounds that fall away with a later toolkit
//
// Toolkit 2.7.1 loses taps inside scrollers when the pointer slips by two
// pixels; control.Dragged and DragEnd mend that and go with 2.7.2. Dialogs of
// its own know neither Escape nor Return: modal replaces them. SVG strokes are
// device pixels there: Illustration scales them itself.
package kit
