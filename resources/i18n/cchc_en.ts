<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AlertsPanel</name>
    <message numerus="yes">
        <source>All (%n)</source>
        <translation>
            <numerusform>All (%n)</numerusform>
            <numerusform>All (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AssignmentsTab</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BeforeExport</name>
    <message numerus="yes">
        <source>%n thing(s) are still open in the report. They do not stop it.</source>
        <translation>
            <numerusform>%n thing is still open in the report. It does not stop it.</numerusform>
            <numerusform>%n things are still open in the report. They do not stop it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContextBar</name>
    <message numerus="yes">
        <source>All (%n unit(s))</source>
        <translation>
            <numerusform>All (%n unit)</numerusform>
            <numerusform>All (%n units)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ForeignDialog</name>
    <message numerus="yes">
        <source>Write %n cell(s)</source>
        <translation>
            <numerusform>Write %n cell</numerusform>
            <numerusform>Write %n cells</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GapPanel</name>
    <message numerus="yes">
        <source>and %n more indicator(s)</source>
        <translation>
            <numerusform>and %n more indicator</numerusform>
            <numerusform>and %n more indicators</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeatPanel</name>
    <message numerus="yes">
        <source>and %n more unit(s)</source>
        <translation>
            <numerusform>and %n more unit</numerusform>
            <numerusform>and %n more units</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more indicator(s)</source>
        <translation>
            <numerusform>and %n more indicator</numerusform>
            <numerusform>and %n more indicators</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message numerus="yes">
        <source>Nothing was taken in: %n cell(s) cannot be read. Mend them, then import again.</source>
        <translation>
            <numerusform>Nothing was taken in: %n cell cannot be read. Mend it, then import again.</numerusform>
            <numerusform>Nothing was taken in: %n cells cannot be read. Mend them, then import again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IssueList</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) to check</source>
        <translation>
            <numerusform>%n figure to check</numerusform>
            <numerusform>%n figures to check</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still empty</source>
        <translation>
            <numerusform>%n still empty</numerusform>
            <numerusform>%n still empty</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to explain</source>
        <translation>
            <numerusform>%n to explain</numerusform>
            <numerusform>%n to explain</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accepted</source>
        <translation>
            <numerusform>%n accepted</numerusform>
            <numerusform>%n accepted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message numerus="yes">
        <source>Write %n indicator(s)</source>
        <translation>
            <numerusform>Write %n indicator</numerusform>
            <numerusform>Write %n indicators</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more line(s) cannot be read.</source>
        <translation>
            <numerusform>%n more line cannot be read.</numerusform>
            <numerusform>%n more lines cannot be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PastePreview</name>
    <message numerus="yes">
        <source>Write %n cell(s)</source>
        <translation>
            <numerusform>Write %n cell</numerusform>
            <numerusform>Write %n cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) can be read in two ways.</source>
        <translation>
            <numerusform>%n cell can be read in two ways.</numerusform>
            <numerusform>%n cells can be read in two ways.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message numerus="yes">
        <source>%n page(s) so far…</source>
        <translation>
            <numerusform>%n page so far…</numerusform>
            <numerusform>%n pages so far…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s), A4</source>
        <translation>
            <numerusform>%n page, A4</numerusform>
            <numerusform>%n pages, A4</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RankingPanel</name>
    <message numerus="yes">
        <source>and %n other(s)</source>
        <translation>
            <numerusform>and %n other</numerusform>
            <numerusform>and %n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n unit(s) lacking most make up {share} of the shortfall: {names}</source>
        <translation>
            <numerusform>The unit lacking most makes up {share} of the shortfall: {names}</numerusform>
            <numerusform>The %n units lacking most make up {share} of the shortfall: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n unit(s) over most make up {share} of what is too much: {names}</source>
        <translation>
            <numerusform>The unit over most makes up {share} of what is too much: {names}</numerusform>
            <numerusform>The %n units over most make up {share} of what is too much: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more unit(s)</source>
        <translation>
            <numerusform>and %n more unit</numerusform>
            <numerusform>and %n more units</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Run</name>
    <message numerus="yes">
        <source>%n page(s) went to the printer.</source>
        <translation>
            <numerusform>%n page went to the printer.</numerusform>
            <numerusform>%n pages went to the printer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendDialog</name>
    <message numerus="yes">
        <source>%n error(s) or warning(s) still open:</source>
        <translation>
            <numerusform>%n error or warning still open:</numerusform>
            <numerusform>%n errors or warnings still open:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s) accepted with a note:</source>
        <translation>
            <numerusform>%n warning accepted with a note:</numerusform>
            <numerusform>%n warnings accepted with a note:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message numerus="yes">
        <source>and %n more unit(s)</source>
        <translation>
            <numerusform>and %n more unit</numerusform>
            <numerusform>and %n more units</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StandingTable</name>
    <message numerus="yes">
        <source>%n figure(s) lacking</source>
        <translation>
            <numerusform>%n figure lacking</numerusform>
            <numerusform>%n figures lacking</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lacking</source>
        <translation>
            <numerusform>%n lacking</numerusform>
            <numerusform>%n lacking</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TasksTable</name>
    <message numerus="yes">
        <source>overdue, %n day(s)</source>
        <translation>
            <numerusform>overdue, %n day</numerusform>
            <numerusform>overdue, %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnitTreeModel</name>
    <message numerus="yes">
        <source>out of %n unit(s)</source>
        <translation>
            <numerusform>out of %n unit</numerusform>
            <numerusform>out of %n units</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnitWrites</name>
    <message numerus="yes">
        <source>%n unit(s) from a list</source>
        <translation>
            <numerusform>%n unit from a list</numerusform>
            <numerusform>%n units from a list</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnitsPage</name>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>%n unit</numerusform>
            <numerusform>%n units</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnitsToPress</name>
    <message numerus="yes">
        <source>and %n more unit(s)</source>
        <translation>
            <numerusform>and %n more unit</numerusform>
            <numerusform>and %n more units</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>See all %n unit(s)</source>
        <translation>
            <numerusform>See the %n unit</numerusform>
            <numerusform>See all %n units</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>To be done: %n</source>
        <translation>
            <numerusform>To be done: %n</numerusform>
            <numerusform>To be done: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Verifying</name>
    <message numerus="yes">
        <source>%n figure(s) differ between the two reports.</source>
        <translation>
            <numerusform>%n figure differs between the two reports.</numerusform>
            <numerusform>%n figures differ between the two reports.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Workbooks</name>
    <message numerus="yes">
        <source>%n finding(s). Enter or a double click leads to where it was entered.</source>
        <translation>
            <numerusform>%n finding. Enter or a double click leads to where it was entered.</numerusform>
            <numerusform>%n findings. Enter or a double click leads to where it was entered.</numerusform>
        </translation>
    </message>
</context>
</TS>
