/**
 * What Cargo says of a program: its packages with their versions and features, and who needs whom.
 *
 * <pre>{@code
 * Query query = model.query().withCargo(CargoReader.read(Path.of("Cargo.lock")));
 * CratePackages packages = query.cargoPackages();
 * for (CargoPackage linked : packages.linked().packages()) {
 *   System.out.println(linked.label());
 * }
 * }</pre>
 *
 * <p>It comes from a file of {@code cargo metadata}, from a {@code Cargo.lock}, or from the section
 * that cargo-auditable puts into a program. A file tells which of them it is by what it says.
 */
@NullMarked
package dev.weighbridge.cargo;

import org.jspecify.annotations.NullMarked;
