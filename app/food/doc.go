// Package food knows foods: what they are called, which tags apply to them and
// what 100 g of them hold. It reads a typed line as foods and completes what is
// being typed by what this person eats.
//
// The catalogue is data (assets/food); a person's own foods and tags join it
// and win over it. A tag says what a food holds, never whether it is good.
package food
