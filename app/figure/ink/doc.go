// Package ink is a drawing as a value: paths, runs of text and photographs in
// reading order, and three ways to show it, as pixels, as PDF and as SVG. What
// is seen in a preview is therefore what is printed.
//
// Lengths have one unit for a whole drawing: points of 1/72 inch on paper,
// pixels on a screen. The origin is the top left corner and y grows downwards.
package ink
